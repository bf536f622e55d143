package io.anju.identity.party.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.IdentityEnvironment;
import io.anju.identity.datakey.DataKeys;
import io.anju.identity.model.Level;
import io.anju.identity.model.Phone;
import io.anju.identity.party.Customer;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.tx.Transactions;
import io.anju.testkit.environment.RotatedKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One phone is one customer, also while replicas have different look-up keys. */
@QuarkusTest
@WithTestResource(IdentityEnvironment.class)
class LookupRotationTest {

    @Inject
    FieldCipher cipher;

    @Inject
    DataKeys dataKeys;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "anju.crypto.keyset-file")
    Path keysets;

    private final Phone phone =
            new Phone("139" + "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));
    private PgCustomers before;
    private PgCustomers after;

    @BeforeEach
    void rotate() {
        before = new PgCustomers(cipher, dataKeys);
        after = new PgCustomers(RotatedKeys.of(keysets), dataKeys);
    }

    private Customer register(PgCustomers customers) {
        var customer = new Customer(UUID.randomUUID(), phone, Level.L1, Instant.parse("2026-11-22T00:00:00Z"));
        return transactions.run(tx -> customers.register(tx, customer)).await().indefinitely();
    }

    @Test
    void findsACustomerOfTheOldKey() {
        var known = register(before);

        var found = transactions.run(tx -> after.findByPhone(tx, phone)).await().indefinitely();

        assertEquals(Optional.of(known.id()), found.map(Customer::id));
    }

    @Test
    void registersAPhoneOfTheOldKeyNoSecondTime() {
        var known = register(before);

        assertEquals(known.id(), register(after).id());
    }
}
