package io.anju.kit.tx;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how long, and how many, wait for a connection: the client's own limits are a minute and none. Bounds what the
 * database does for us too, so that a stuck lock or a transaction that was forgotten gives its connection back: by itself
 * it would wait for ever. And lets every statement but those of {@link Plans#anew} be prepared once per connection, however
 * long its text is; from 2,048 characters on the client would have it parsed and planned anew each time, at the price of
 * another round trip.
 */
@Singleton
class PoolLimits implements PgPoolCreator {

    private static final int LONGEST_STATEMENT = 16_384;

    private final PoolConfig config;

    PoolLimits(PoolConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        var servers = input.pgConnectOptionsList();
        servers.forEach(
                server -> server.setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT)
                        .setPreparedStatementCacheSqlFilter(Plans::isKept)
                        .addProperty("statement_timeout", millis(config.statement()))
                        .addProperty("lock_timeout", millis(config.lock()))
                        .addProperty("idle_in_transaction_session_timeout", millis(config.idle())));
        var pool = input.poolOptions()
                .setMaxWaitQueueSize(config.waiting())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setConnectionTimeout((int) config.patience().toMillis());
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(List.copyOf(servers))
                .using(input.vertx())
                .build();
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
