package io.anju.kit.dpop;

import io.anju.kit.tx.Together;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which proofs were used, for as long as they would be good, in the database that all replicas of a service share.
 *
 * <p>One statement for all requests that come at once, which does not wait for the disk: a database that falls may forget the
 * last half second, and a proof of that half second could be used once more within its minute.
 */
@ApplicationScoped
class SpentProofs {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final int MOST = 100;

    // The setting is for this transaction, which is this statement. In the order of keys, so that two replicas never
    // wait for
    // each other in a circle.
    private static final String SPEND = """
            with unhurried as materialized (select set_config('synchronous_commit', 'off', true))
            insert into dpop_proof (proof_hash, expires_at)
            select p.* from unhurried, unnest($1::bytea[], $2::timestamptz[]) as p (proof_hash, expires_at)
            order by proof_hash
            on conflict (proof_hash) do nothing
            returning proof_hash
            """;

    private final Pool pool;
    private final Together<Proof, Boolean> proofs = new Together<>(MOST, TIMEOUT, this::spendAll);

    SpentProofs(Pool pool) {
        this.pool = pool;
    }

    /** False when it was used before; of two at once one waits for the other at the primary key. */
    Uni<Boolean> spend(Proof proof) {
        return proofs.ask(proof).ifNoItem().after(TIMEOUT).fail();
    }

    private Uni<List<Boolean>> spendAll(List<Proof> asked) {
        List<Buffer> hashes =
                asked.stream().map(proof -> Buffer.buffer(hash(proof))).toList();
        Tuple columns = Tuple.tuple()
                .addValue(hashes.toArray(Buffer[]::new))
                .addArrayOfOffsetDateTime(asked.stream()
                        .map(proof -> proof.goodUntil().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return pool.preparedQuery(SPEND).execute(columns).map(rows -> {
            Set<Buffer> fresh = new HashSet<>();
            rows.forEach(row -> fresh.add(row.getDelegate().getBuffer(0)));
            // The first who shows it has it.
            return hashes.stream().map(fresh::remove).toList();
        });
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
