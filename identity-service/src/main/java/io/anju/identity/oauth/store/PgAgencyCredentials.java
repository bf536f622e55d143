package io.anju.identity.oauth.store;

import io.anju.identity.oauth.AgencyCredential;
import io.anju.identity.oauth.AgencyCredentials;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PgAgencyCredentials implements AgencyCredentials {

    @Override
    public Uni<Optional<AgencyCredential>> find(Tx tx, String clientId) {
        return Sql.find(
                tx, PgAgencyCredentials::read, "SELECT * FROM agency_credential WHERE client_id = $1", clientId);
    }

    @Override
    public Uni<List<AgencyCredential>> list(Tx tx, String after, int limit) {
        return Sql.list(
                tx,
                PgAgencyCredentials::read,
                "SELECT * FROM agency_credential WHERE client_id > $1 ORDER BY client_id LIMIT $2",
                after,
                limit);
    }

    @Override
    public Uni<Void> save(Tx tx, AgencyCredential credential) {
        return Sql.write(
                tx,
                """
                INSERT INTO agency_credential (client_id, public_key, admitted_at, suspended_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (client_id) DO UPDATE SET public_key = $2, suspended_at = $4""",
                credential.clientId(),
                credential.publicKey().orElse(null),
                credential.admittedAt(),
                credential.suspendedAt().orElse(null));
    }

    private static AgencyCredential read(Row row) {
        return new AgencyCredential(
                row.getString("client_id"),
                Optional.ofNullable(row.getString("public_key")),
                Sql.instant(row, "admitted_at"),
                Optional.ofNullable(Sql.instantOrNull(row, "suspended_at")));
    }
}
