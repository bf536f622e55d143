package io.anju.bench.identity;

import io.anju.bench.kit.Server;
import io.anju.identity.risk.store.RiskStores;
import io.anju.kit.id.Ids;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The database as a bare client of the service's kind uses it: the same statements, nothing computed between them. */
final class BareSql implements AutoCloseable {

    static final JsonObject SIGNALS = new JsonObject(Server.resource("signals.json"));
    static final JsonArray RULES = new JsonArray(Server.resource("rules.json"));

    /** The hash of a place that nobody has been to. */
    static final Buffer TRACE = Buffer.buffer(new byte[32]);

    /** As the service has it: longer ones would be planned anew each time. */
    private static final int LONGEST_STATEMENT = 16_384;

    /** Ids as the service makes them: later ones are greater, so that a new row goes to the end of its index. */
    static final Ids IDS = new Ids();

    private static final JsonArray NONE = new JsonArray();
    private static final JsonObject NOTHING = new JsonObject();

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    BareSql(Server server, int connections) {
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(new PgConnectOptions()
                        .setHost(server.host())
                        .setPort(server.port())
                        .setUser(server.name())
                        .setPassword(Server.PASSWORD)
                        .setDatabase(server.name())
                        .setCachePreparedStatements(true)
                        .setPreparedStatementCacheSqlLimit(LONGEST_STATEMENT))
                .using(vertx)
                .build();
    }

    Vertx vertx() {
        return vertx;
    }

    Pool pool() {
        return pool;
    }

    /** Arguments of {@link RiskStores#GATHER}. */
    static Tuple gather(UUID person, @Nullable UUID session, OffsetDateTime now) {
        return Tuple.from(new @Nullable Object[] {
            person, session, null, TRACE, TRACE, now.minusDays(1), now.minusHours(1), now.minusDays(365), now
        });
    }

    /** Arguments of {@link RiskStores#KEEP}. */
    static Tuple keep(UUID decision, UUID person, OffsetDateTime now) {
        return Tuple.from(new @Nullable Object[] {
            decision,
            person,
            "repayment.prepay",
            SIGNALS,
            NONE,
            NONE,
            "ALLOW",
            now,
            RULES,
            NONE,
            NONE,
            0,
            1,
            NOTHING,
            "",
            "",
            null,
            TRACE,
            TRACE,
            true
        });
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }
}
