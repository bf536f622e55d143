package io.anju.kit.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.RotatedKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new look-up key loses nothing that was found by the old one. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class LookupRotationTest {

    private static final String PHONE = "guest.phone";
    private static final int GUESTS = 250;

    @Inject
    FieldCipher before;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "anju.crypto.keyset-file")
    Path keysets;

    private FieldCipher after;

    @BeforeEach
    void rotate() {
        after = RotatedKeys.of(keysets);
    }

    @Test
    void hashesAnewAndStillKnowsTheOldHash() {
        var old = before.lookupHash("13800000000", PHONE);

        assertFalse(Arrays.equals(old, after.lookupHash("13800000000", PHONE)));
        assertTrue(after.lookupHashes("13800000000", PHONE).stream().anyMatch(hash -> Arrays.equals(old, hash)));
        assertEquals(2, after.lookupHashes("13800000000", PHONE).size());
    }

    @Test
    void makesEveryHashAnewInTheBackgroundSoThatTheOldKeyCanGo() {
        transactions
                .run(tx -> tx.update("delete from guest")
                        .chain(() -> io.smallrye.mutiny.Multi.createFrom()
                                .range(0, GUESTS)
                                .onItem()
                                .transformToUniAndConcatenate(number -> tx.update(
                                        "insert into guest values ($1, $2, $3, $4)",
                                        UUID.randomUUID(),
                                        before.encrypt("guest " + number, PHONE),
                                        before.lookupHash("guest " + number, PHONE),
                                        before.lookupKey()))
                                .collect()
                                .last()))
                .await()
                .indefinitely();
        var column = new LookupColumn(
                "guest",
                "id",
                "phone_sealed",
                "phone_hash",
                PHONE,
                (tx, id, kept) -> Uni.createFrom().item(after.decrypt(kept, PHONE)));

        new Rehashing(transactions, after, List.of(column)).rehash().await().indefinitely();

        var rows = transactions
                .run(tx -> tx.select(
                        "select phone_sealed, phone_hash from guest where phone_hash_key = $1", after.lookupKey()))
                .await()
                .indefinitely();
        assertEquals(GUESTS, rows.size());
        rows.forEach(row ->
                assertArrayEquals(after.lookupHash(after.decrypt((byte[]) row[0], PHONE), PHONE), (byte[]) row[1]));
    }
}
