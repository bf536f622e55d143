package io.anju.gateway.throttle;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Bucket4j's buckets in PostgreSQL by the reactive client. Its own module for PostgreSQL speaks JDBC, which blocks; the
 * token bucket itself, how its state is written and the repetition when another replica was faster are Bucket4j's.
 */
final class PostgresBuckets extends AbstractCompareAndSwapBasedProxyManager<String> {

    /** Beyond this a replica counts by itself rather than try again. */
    private static final int RETRIES_MAX = 20;

    /** A full bucket need not be kept; a minute more allows for clocks that differ. */
    private static final Duration KEPT_WHEN_FULL = Duration.ofMinutes(1);

    // Not logged: the counters are worth nothing after a crash, and cost the disk nothing before. No index on
    // expires_at: rows that change no indexed column are rewritten in place.
    private static final String TABLE = """
            select pg_advisory_xact_lock(hashtextextended('throttle_bucket', 3));
            create unlogged table if not exists throttle_bucket (
                id         text        primary key,
                state      bytea       not null,
                expires_at timestamptz not null
            ) with (fillfactor = 50)
            """;

    private static final String SWEEP = """
            with gone as (select id from throttle_bucket where expires_at < now() limit 10000 for update skip locked)
            delete from throttle_bucket b using gone where b.id = gone.id
            """;

    private static final String FIND = "select state from throttle_bucket where id = $1";

    private static final String FIRST = """
            insert into throttle_bucket (id, state, expires_at) values ($1, $2, now() + $3 * interval '1 ms')
            on conflict (id) do nothing
            """;

    private static final String SWAP = """
            update throttle_bucket set state = $2, expires_at = now() + $3 * interval '1 ms'
            where id = $1 and state = $4
            """;

    private final Pool pool;
    private final Duration timeout;

    /** @param timeout of each statement */
    PostgresBuckets(Pool pool, Duration timeout) {
        super(ClientSideConfig.getDefault()
                .withMaxRetries(RETRIES_MAX)
                .withExpirationAfterWriteStrategy(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL)));
        this.pool = pool;
        this.timeout = timeout;
    }

    /** Makes the table where there is none, and removes a bounded number of buckets that are full again. */
    Uni<Void> tidy() {
        return pool.query(TABLE)
                .execute()
                .chain(() -> pool.query(SWEEP).execute())
                .replaceWithVoid();
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String id) {
        return new AsyncCompareAndSwapOperation() {
            @Override
            public CompletableFuture<Optional<byte[]>> getStateData(Optional<Long> timeoutNanos) {
                return find(id);
            }

            @Override
            public CompletableFuture<Boolean> compareAndSwap(
                    byte @Nullable [] before, byte[] after, RemoteBucketState state, Optional<Long> timeoutNanos) {
                return swap(id, before, after, keptMillis(state));
            }
        };
    }

    private CompletableFuture<Optional<byte[]>> find(String id) {
        return run(FIND, Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.<byte[]>empty()
                        : Optional.of(rows.iterator().next().getBuffer(0).getBytes()))
                .subscribeAsCompletionStage();
    }

    private CompletableFuture<Boolean> swap(String id, byte @Nullable [] before, byte[] after, long keptMillis) {
        var swapped = before == null
                ? run(FIRST, Tuple.of(id, Buffer.buffer(after), keptMillis))
                : run(SWAP, Tuple.of(id, Buffer.buffer(after), keptMillis, Buffer.buffer(before)));
        return swapped.map(rows -> rows.rowCount() == 1).subscribeAsCompletionStage();
    }

    private Uni<RowSet<Row>> run(String sql, Tuple arguments) {
        return pool.preparedQuery(sql)
                .execute(arguments)
                .ifNoItem()
                .after(timeout)
                .fail();
    }

    private long keptMillis(RemoteBucketState state) {
        return getClientSideConfig()
                .getExpirationAfterWriteStrategy()
                .orElseThrow()
                .calculateTimeToLiveMillis(state, currentTimeNanos());
    }

    @Override
    protected CompletableFuture<Void> removeAsync(String id) {
        return run("delete from throttle_bucket where id = $1", Tuple.of(id))
                .replaceWithVoid()
                .subscribeAsCompletionStage();
    }

    @Override
    public boolean isAsyncModeSupported() {
        return true;
    }

    @Override
    public boolean isExpireAfterWriteSupported() {
        return true;
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(String id) {
        throw new UnsupportedOperationException("would block");
    }

    @Override
    public void removeProxy(String id) {
        throw new UnsupportedOperationException("would block");
    }
}
