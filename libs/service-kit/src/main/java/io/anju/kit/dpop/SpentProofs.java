package io.anju.kit.dpop;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * Which proofs were used, for as long as they would be good, in the database that all replicas of a service share.
 *
 * <p>One statement a request, which does not wait for the disk: a database that falls may forget the last half second, and a
 * proof of that half second could be used once more within its minute.
 */
@ApplicationScoped
class SpentProofs {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    // The setting is for this transaction, which is this statement.
    private static final String SPEND = """
            with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
            insert into dpop_proof (proof_hash, expires_at) select $1, $2 from unhurried
            on conflict (proof_hash) do nothing
            """;

    private final Pool pool;

    SpentProofs(Pool pool) {
        this.pool = pool;
    }

    /** False when it was used before; of two at once one waits for the other at the primary key. */
    Uni<Boolean> spend(Proof proof) {
        return pool.preparedQuery(SPEND)
                .execute(Tuple.of(hash(proof), proof.goodUntil().atOffset(ZoneOffset.UTC)))
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .map(written -> written.rowCount() == 1);
    }

    /** An id is unique among the proofs of one key: nobody uses up somebody else's. */
    private static byte[] hash(Proof proof) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((proof.thumbprint() + " " + proof.id()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
