package io.anju.identity.realname.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.IdentityEnvironment;
import io.anju.identity.datakey.DataKeys;
import io.anju.identity.realname.RealName;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.tx.Transactions;
import io.anju.testkit.environment.RotatedKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** One ID number is one person, also while replicas have different look-up keys. */
@QuarkusTest
@WithTestResource(IdentityEnvironment.class)
class LookupRotationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final String CUSTOMER = """
            WITH one AS (INSERT INTO person (id, kind) VALUES ($1, 'CUSTOMER') RETURNING id)
            INSERT INTO customer (id, phone_sealed, phone_hash, level, registered_at)
            SELECT id, ''::bytea, convert_to(id::text, 'UTF8'), 'L1', $2 FROM one""";

    @Inject
    FieldCipher cipher;

    @Inject
    DataKeys dataKeys;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "anju.crypto.keyset-file")
    Path keysets;

    private boolean add(PgRealNames realNames, String idNumber) {
        var customer = UUID.randomUUID();
        return transactions
                .run(tx -> tx.update(CUSTOMER, customer, NOW)
                        .chain(() -> realNames.add(tx, new RealName(customer, "张三", idNumber, "face", NOW))))
                .await()
                .indefinitely();
    }

    @Test
    void takesANumberOfTheOldKeyNoSecondTime() {
        var number = UUID.randomUUID().toString();
        assertTrue(add(new PgRealNames(cipher, dataKeys), number));

        assertFalse(add(new PgRealNames(RotatedKeys.of(keysets), dataKeys), number));
    }
}
