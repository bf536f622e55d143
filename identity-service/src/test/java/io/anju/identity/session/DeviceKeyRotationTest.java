package io.anju.identity.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.IdentityEnvironment;
import io.anju.identity.model.Level;
import io.anju.identity.model.Phone;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.party.Standings;
import io.anju.identity.token.Tokens;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.testkit.environment.RotatedKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A signed-in device stays signed in, and known, when the look-up key changes. */
@QuarkusTest
@WithTestResource(IdentityEnvironment.class)
class DeviceKeyRotationTest {

    private static final Device DEVICE =
            new Device(Device.DEFAULT_CLIENT, Optional.of("the phone"), "phone", Optional.empty(), false);

    @Inject
    FieldCipher cipher;

    @Inject
    SessionStore store;

    @Inject
    Customers customers;

    @Inject
    Standings standings;

    @Inject
    Tokens tokens;

    @Inject
    SessionConfig config;

    @Inject
    Ids ids;

    @Inject
    BusinessClock clock;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "anju.crypto.keyset-file")
    Path keysets;

    private Sessions before;
    private Sessions after;
    private RefreshTokens rotated;
    private UUID person;

    @BeforeEach
    void rotate() {
        rotated = new RefreshTokens(RotatedKeys.of(keysets));
        before = sessions(new RefreshTokens(cipher));
        after = sessions(rotated);
        var phone =
                new Phone("139" + "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));
        var customer = new Customer(UUID.randomUUID(), phone, Level.L1, clock.now());
        person = run(tx -> customers.register(tx, customer)).id();
    }

    private Sessions sessions(RefreshTokens refreshTokens) {
        return new Sessions(store, refreshTokens, standings, tokens, config, ids, clock);
    }

    private <T> T run(Function<Tx, Uni<T>> step) {
        return transactions.run(step::apply).await().indefinitely();
    }

    private Sessions.Opened opened(Sessions by) {
        return run(tx -> by.open(tx, person, ProofMethod.SMS, DEVICE));
    }

    private Sessions.Refreshed refreshed(Sessions by, String token, String device) {
        var presenter = new Sessions.Presenter(Device.DEFAULT_CLIENT, Optional.of(device), Optional.empty());
        return run(tx -> by.refresh(tx, token, presenter));
    }

    @Test
    void refreshesASessionOfTheOldKeyOnItsOwnDeviceAlone() {
        String token = opened(before).tokens().refreshToken();

        assertInstanceOf(Sessions.Refreshed.NotGood.class, refreshed(after, token, "another phone"));
        assertInstanceOf(Sessions.Refreshed.Given.class, refreshed(after, token, "the phone"));
    }

    @Test
    void hasTheHashOfTheNewKeyFromTheNextRefreshOn() {
        String token = opened(before).tokens().refreshToken();

        refreshed(after, token, "the phone");

        var kept = run(tx -> store.listLive(tx, person, clock.now())).getFirst();
        assertEquals(
                HexFormat.of().formatHex(rotated.deviceHash("the phone")),
                HexFormat.of().formatHex(kept.opening().deviceHash().orElseThrow()));
    }

    @Test
    void isNoNewDeviceWhenItSignsInAgain() {
        assertTrue(opened(before).newDevice());

        assertFalse(opened(after).newDevice());
    }

    @Test
    void remembersThatTheDeviceWantsNoBearerTokens() {
        var declaring = new Device(Device.DEFAULT_CLIENT, DEVICE.id(), "phone", Optional.of("k".repeat(43)), true);
        run(tx -> before.open(tx, person, ProofMethod.SMS, declaring));

        boolean lacksKey = run(tx -> after.lacksKey(tx, person, DEVICE));

        assertTrue(lacksKey);
    }
}
