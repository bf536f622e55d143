package io.anju.identity.datakey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.IdentityEnvironment;
import io.anju.identity.datakey.model.KeyKind;
import io.anju.identity.model.Phone;
import io.anju.identity.party.Customers;
import io.anju.identity.realname.RealNames;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.tx.Transactions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Values that the service's own key set had sealed before each customer had a key. */
@QuarkusTest
@WithTestResource(IdentityEnvironment.class)
class ResealingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    @Inject
    FieldCipher cipher;

    @Inject
    DataKeys dataKeys;

    @Inject
    Customers customers;

    @Inject
    RealNames realNames;

    @Inject
    Resealing resealing;

    @Inject
    Transactions transactions;

    private final UUID customer = UUID.randomUUID();
    private final Phone phone =
            new Phone("139" + "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));

    private void update(String sql, Object... args) {
        transactions.run(tx -> tx.update(sql, args)).await().indefinitely();
    }

    private byte[] sealed() {
        return (byte[]) transactions
                .run(tx -> tx.select("select id_number_sealed from real_name where customer_id = $1", customer))
                .await()
                .indefinitely()
                .getFirst()[0];
    }

    private void fromBefore() {
        update("insert into person (id, kind) values ($1, 'CUSTOMER')", customer);
        update(
                "insert into customer (id, phone_sealed, phone_hash, level, registered_at) values ($1, $2, $3, 'L2', $4)",
                customer,
                cipher.encrypt(phone.digits(), "customer.phone"),
                cipher.lookupHash(phone.digits(), "customer.phone"),
                NOW);
        update(
                "insert into real_name values ($1, $2, $3, $4, 'face', $5)",
                customer,
                cipher.encrypt("张三", "real_name.name." + customer),
                cipher.encrypt(customer.toString(), "real_name.id_number." + customer),
                cipher.lookupHash(customer.toString(), "real_name.id_number"),
                NOW);
    }

    private void isWhole() {
        var found = transactions
                .run(tx -> customers.findByPhone(tx, phone))
                .await()
                .indefinitely()
                .orElseThrow();
        assertEquals(customer, found.id());
        assertEquals(phone, found.phone());
        var name = transactions
                .run(tx -> realNames.find(tx, customer))
                .await()
                .indefinitely()
                .orElseThrow();
        assertEquals("张三", name.name());
        assertEquals(customer.toString(), name.idNumber());
    }

    @Test
    void areReadBeforeAndAfterTheyAreSealedByTheCustomersKey() {
        fromBefore();
        isWhole();
        byte[] before = sealed();

        resealing.reseal().await().indefinitely();

        isWhole();
        byte[] after = sealed();
        assertFalse(Arrays.equals(before, after));
        assertThrows(IllegalStateException.class, () -> cipher.decryptBytes(after, "real_name.id_number." + customer));
        assertTrue(transactions
                .run(tx -> dataKeys.find(tx, customer, KeyKind.CONTACT))
                .await()
                .indefinitely()
                .isPresent());

        resealing.reseal().await().indefinitely();
        assertTrue(Arrays.equals(after, sealed()));
    }
}
