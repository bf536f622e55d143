package io.anju.identity.oauth.store;

import io.anju.identity.oauth.SeenAssertions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;

/** On the pool itself: one statement is one transaction, and one round trip where BEGIN and COMMIT would make it three. */
@ApplicationScoped
class PgSeenAssertions implements SeenAssertions {

    private final Pool pool;

    PgSeenAssertions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Boolean> use(String clientId, String jti, Instant expiresAt) {
        return pool.preparedQuery("""
                        INSERT INTO client_assertion (client_id, jti, expires_at) VALUES ($1, $2, $3)
                        ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(clientId, jti, expiresAt.atOffset(ZoneOffset.UTC)))
                .map(written -> written.rowCount() == 1);
    }
}
