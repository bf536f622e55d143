package io.anju.kit.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.tx.Transactions;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.RotatedKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new key for fields takes over what an older one has sealed, so that the older one can go. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class FieldKeyRotationTest {

    private static final int GUESTS = 450;
    private static final SealedColumn PHONES = new SealedColumn("guest", "phone_sealed", id -> "guest.phone." + id);

    @Inject
    FieldCipher before;

    @Inject
    Transactions transactions;

    @Inject
    SurvivedFailures failures;

    @ConfigProperty(name = "anju.crypto.keyset-file")
    Path keysets;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FieldCipher after;

    @BeforeEach
    void rotate() {
        after = RotatedKeys.of(keysets);
        transactions
                .run(tx -> tx.update("delete from guest")
                        .chain(() -> Multi.createFrom()
                                .range(0, GUESTS)
                                .onItem()
                                .transformToUniAndConcatenate(number -> {
                                    var id = UUID.randomUUID();
                                    return tx.update(
                                            "insert into guest values ($1, $2, $3, $4)",
                                            id,
                                            before.encrypt(
                                                    "guest " + number,
                                                    PHONES.context().apply(id)),
                                            before.lookupHash("guest " + number, "guest.phone"),
                                            before.lookupKey());
                                })
                                .collect()
                                .last()))
                .await()
                .indefinitely();
    }

    private SealingAnew replica(FieldCipher cipher) {
        return new SealingAnew(transactions, cipher, failures, meters, List.of(new SealedColumns(List.of(PHONES))));
    }

    private long ofNewKey() {
        var rows = transactions
                .run(tx -> tx.select(
                        "select count(*) from guest where substring(phone_sealed from 1 for 5) = $1", after.prefix()))
                .await()
                .indefinitely();
        return ((Number) rows.getFirst()[0]).longValue();
    }

    private double older() {
        return meters.get("anju.crypto.older-key").gauge().value();
    }

    @Test
    void whatAKilledProcessHasDoneStaysAndAnotherOneGoesOn() {
        replica(after).pages(1).await().indefinitely();
        assertEquals(SealingAnew.PAGE, ofNewKey());

        replica(after).round().await().indefinitely();

        assertEquals(GUESTS, ofNewKey());
        assertEquals(GUESTS, meters.get("anju.crypto.sealed-anew").counter().count());
        transactions
                .run(tx -> tx.select("select id, phone_sealed from guest"))
                .await()
                .indefinitely()
                .forEach(row -> assertTrue(
                        after.decrypt((byte[]) row[1], PHONES.context().apply((UUID) row[0]))
                                .startsWith("guest ")));
    }

    @Test
    void saysThatTheOlderKeyMayGoOnceAWholePassHasMetNoneOfIt() {
        var replica = replica(after);
        assertTrue(Double.isNaN(older()), "nobody knows before");

        replica.round().await().indefinitely();
        assertEquals(GUESTS, older());
        replica.round().await().indefinitely();
        assertEquals(0, older());
    }

    @Test
    void aValueThatNobodyOpensStopsNothingAndIsNotOverlooked() {
        transactions
                .run(tx -> tx.update(
                        "update guest set phone_sealed = $1 where id = (select id from guest order by id limit 1)",
                        before.encrypt("of another row", "elsewhere")))
                .await()
                .indefinitely();
        var replica = replica(after);

        replica.round().await().indefinitely();
        replica.round().await().indefinitely();

        assertEquals(GUESTS - 1, ofNewKey());
        assertEquals(1, older());
    }

    @Test
    void withOneKeyNothingIsGoneThrough() {
        assertFalse(before.hasOlderKeys());
        var replica = replica(before);

        replica.round().await().indefinitely();

        assertTrue(Double.isNaN(older()));
    }
}
