package io.anju.identity.token.store;

import io.anju.identity.sql.Sql;
import io.anju.identity.token.SigningKey;
import io.anju.identity.token.SigningKeyStore;
import io.anju.identity.token.model.KeyTimes;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PgSigningKeys implements SigningKeyStore {

    @Override
    public Uni<List<SigningKey>> list(Tx tx) {
        return Sql.list(tx, PgSigningKeys::read, "SELECT * FROM signing_key ORDER BY signs_from");
    }

    @Override
    public Uni<List<SigningKey>> listLocked(Tx tx) {
        return Sql.write(tx, "LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE")
                .flatMap(locked -> list(tx));
    }

    @Override
    public Uni<Void> add(Tx tx, SigningKey key) {
        return Sql.write(
                tx,
                """
                INSERT INTO signing_key (kid, public_jwk, private_sealed, created_at, signs_from)
                VALUES ($1, $2, $3, $4, $5)""",
                key.times().kid(),
                new JsonObject(key.publicJwk()),
                key.privateSealed(),
                key.times().createdAt(),
                key.times().signsFrom());
    }

    @Override
    public Uni<Void> save(Tx tx, SigningKey key) {
        return Sql.write(
                tx,
                "UPDATE signing_key SET forget_at = $2, signs_from = $3, withdrawn_at = $4 WHERE kid = $1",
                key.times().kid(),
                key.times().forgetAt().orElse(null),
                key.times().signsFrom(),
                key.times().withdrawnAt().orElse(null));
    }

    private static SigningKey read(Row row) {
        var times = new KeyTimes(
                row.getString("kid"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "signs_from"),
                Optional.ofNullable(Sql.instantOrNull(row, "forget_at")),
                Optional.ofNullable(Sql.instantOrNull(row, "withdrawn_at")));
        JsonObject jwk = row.getJsonObject("public_jwk");
        return new SigningKey(times, jwk.getString("alg"), jwk.encode(), Sql.bytes(row, "private_sealed"));
    }
}
