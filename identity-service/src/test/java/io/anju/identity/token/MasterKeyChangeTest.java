package io.anju.identity.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.IdentityEnvironment;
import io.anju.identity.token.jose.TestSigners;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One master key takes the place of another, though the process dies on the way. */
@QuarkusTest
@WithTestResource(IdentityEnvironment.class)
class MasterKeyChangeTest {

    private static final int KEYS = 120;
    private static final String OLD = key("the old master key of this test!");
    private static final String NEW = key("the new master key of this test!");

    @Inject
    SigningKeyStore store;

    @Inject
    Transactions transactions;

    private final Signer before = TestSigners.with(OLD, Optional.empty());
    private final Signer both = TestSigners.with(NEW, Optional.of(OLD));
    private final Signer after = TestSigners.with(NEW, Optional.empty());

    private static String key(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes());
    }

    @AfterEach
    void removeThem() {
        transactions
                .run(tx -> tx.update("delete from signing_key where kid like 'change-%'"))
                .await()
                .indefinitely();
    }

    @Test
    void aChangeThatIsKilledBetweenBatchesGoesOnAndThenTheOldKeyMayGo() {
        // Half of them are from before it was written down which master key sealed them.
        for (int i = 0; i < KEYS; i++) {
            add("change-%03d".formatted(i), i % 2 == 0);
        }

        assertThrows(
                IllegalStateException.class,
                () -> change(both, new KilledInThe(3)).run().await().indefinitely());
        // The service's own keys, which neither opens, may take up places in a batch.
        int kept = (int) sealedBy(both);
        assertTrue(kept > 50 && kept <= 100, "two batches of 50 are kept, the third is not: " + kept);
        assertEquals(KEYS, openedBy(both), "at every moment each key opens with the two master keys side by side");
        assertEquals(kept, openedBy(after));

        int done = change(both, transactions).run().await().indefinitely();

        assertEquals(KEYS - kept, done);
        assertEquals(KEYS, sealedBy(both));
        assertEquals(KEYS, openedBy(after), "without the old master key");
        assertEquals(0, openedBy(before));
        assertEquals(0, change(after, transactions).run().await().indefinitely());
    }

    @Test
    void aKeyThatNoMasterKeyOpensStandsInNobodysWay() {
        add("change-000", false);
        add("change-001", false);
        transactions
                .run(
                        tx -> tx.update(
                                "update signing_key set private_sealed = decode(repeat('00', 60), 'hex') where kid = 'change-000'"))
                .await()
                .indefinitely();

        assertEquals(1, change(both, transactions).run().await().indefinitely());
        var progress =
                transactions.run(change(both, transactions)::progress).await().indefinitely();
        assertTrue(progress.left() >= 1);
        assertEquals(both.masterKeys(), progress.here());
    }

    private MasterKeyChange change(Signer signer, Transactions in) {
        return new MasterKeyChange(store, signer, in);
    }

    /** A key that has served its time, so that nobody here signs with it. */
    private void add(String kid, boolean named) {
        var sealed = TestSigners.sealed(OLD, kid);
        transactions
                .run(tx ->
                        tx.update("""
                        insert into signing_key (kid, public_jwk, private_sealed, sealed_by, created_at, signs_from, forget_at)
                        values ($1, '{"alg":"ES256"}', $2, $3, '2020-01-01Z', '2020-01-01Z', '2020-02-01Z')""", kid, sealed.bytes(), named ? sealed.by().orElseThrow() : null))
                .await()
                .indefinitely();
    }

    private long sealedBy(Signer signer) {
        return ours().stream()
                .filter(key -> key.privateSealed()
                        .by()
                        .equals(Optional.of(signer.masterKeys().getFirst())))
                .count();
    }

    private long openedBy(Signer signer) {
        return ours().stream()
                .filter(key ->
                        signer.sealAnew(key.times().kid(), key.privateSealed()).isPresent())
                .count();
    }

    private List<SigningKey> ours() {
        return transactions.run(store::list).await().indefinitely().stream()
                .filter(key -> key.times().kid().startsWith("change-"))
                .toList();
    }

    /** The process dies before its transaction of this number is kept. */
    private final class KilledInThe implements Transactions {

        private int left;

        KilledInThe(int number) {
            this.left = number;
        }

        @Override
        public <T> Uni<T> run(Function<Tx, Uni<T>> work) {
            left--;
            return transactions.run(tx -> left > 0
                    ? work.apply(tx)
                    : work.apply(tx).onItem().failWith(() -> new IllegalStateException("killed")));
        }
    }
}
