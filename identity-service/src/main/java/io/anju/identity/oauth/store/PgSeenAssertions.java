package io.anju.identity.oauth.store;

import io.anju.identity.oauth.SeenAssertions;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class PgSeenAssertions implements SeenAssertions {

    @Override
    public Uni<Boolean> use(Tx tx, String clientId, String jti, Instant expiresAt) {
        return Sql.update(tx, """
                        INSERT INTO client_assertion (client_id, jti, expires_at) VALUES ($1, $2, $3)
                        ON CONFLICT DO NOTHING""", clientId, jti, expiresAt).map(written -> written == 1);
    }
}
