package io.anju.identity.oauth.store;

import io.anju.identity.oauth.SeenAssertions;
import io.anju.kit.tx.Together;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * On the pool itself: one statement is one transaction, and one round trip where BEGIN and COMMIT would make it three. Those
 * that come at once share it.
 */
@ApplicationScoped
class PgSeenAssertions implements SeenAssertions {

    private static final int MOST = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    // In the order of keys, so that two replicas never wait for each other in a circle.
    private static final String USE = """
            INSERT INTO client_assertion (client_id, jti, expires_at)
            SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[]) AS a (client_id, jti, expires_at)
            ORDER BY client_id, jti
            ON CONFLICT DO NOTHING
            RETURNING client_id, jti""";

    private record Id(String clientId, String jti) {}

    private record Use(Id id, Instant expiresAt) {}

    private final Pool pool;
    private final Together<Use, Boolean> uses = new Together<>(MOST, TIMEOUT, this::useAll);

    PgSeenAssertions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> use(String clientId, String jti, Instant expiresAt) {
        return uses.ask(new Use(new Id(clientId, jti), expiresAt));
    }

    private Uni<List<Boolean>> useAll(List<Use> asked) {
        Tuple columns = Tuple.tuple()
                .addArrayOfString(texts(asked, use -> use.id().clientId()))
                .addArrayOfString(texts(asked, use -> use.id().jti()))
                .addArrayOfOffsetDateTime(asked.stream()
                        .map(use -> use.expiresAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return pool.preparedQuery(USE)
                .execute(columns)
                .map(PgSeenAssertions::ids)
                .map(fresh -> asked.stream()
                        // The first who asks for it has it.
                        .map(use -> fresh.remove(use.id()))
                        .toList());
    }

    private static Set<Id> ids(RowSet<Row> rows) {
        Set<Id> ids = new HashSet<>();
        rows.forEach(row -> ids.add(new Id(row.getString(0), row.getString(1))));
        return ids;
    }

    private static String[] texts(List<Use> asked, Function<Use, String> column) {
        return asked.stream().map(column).toArray(String[]::new);
    }
}
