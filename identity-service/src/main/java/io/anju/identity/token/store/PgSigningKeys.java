package io.anju.identity.token.store;

import io.anju.identity.sql.Sql;
import io.anju.identity.token.SealedKey;
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
                INSERT INTO signing_key (kid, public_jwk, private_sealed, sealed_by, created_at, signs_from)
                VALUES ($1, $2, $3, $4, $5, $6)""",
                key.times().kid(),
                new JsonObject(key.publicJwk()),
                key.privateSealed().bytes(),
                key.privateSealed().by().orElse(null),
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

    @Override
    public Uni<List<SigningKey>> listSealedByOthers(Tx tx, String master, String after, int limit) {
        return Sql.list(tx, PgSigningKeys::read, """
                SELECT * FROM signing_key WHERE sealed_by IS DISTINCT FROM $1 AND kid > $2
                ORDER BY kid LIMIT $3 FOR UPDATE SKIP LOCKED""", master, after, limit);
    }

    @Override
    public Uni<Void> saveSealed(Tx tx, String kid, SealedKey sealed) {
        return Sql.write(
                tx,
                "UPDATE signing_key SET private_sealed = $2, sealed_by = $3 WHERE kid = $1",
                kid,
                sealed.bytes(),
                sealed.by().orElse(null));
    }

    @Override
    public Uni<List<SealedCount>> countBySeal(Tx tx) {
        return Sql.list(
                tx,
                row -> new SealedCount(Optional.ofNullable(row.getString("sealed_by")), row.getInteger("keys")),
                "SELECT sealed_by, count(*)::int AS keys FROM signing_key GROUP BY sealed_by ORDER BY sealed_by NULLS FIRST");
    }

    private static SigningKey read(Row row) {
        var times = new KeyTimes(
                row.getString("kid"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "signs_from"),
                Optional.ofNullable(Sql.instantOrNull(row, "forget_at")),
                Optional.ofNullable(Sql.instantOrNull(row, "withdrawn_at")));
        JsonObject jwk = row.getJsonObject("public_jwk");
        var sealed = new SealedKey(Sql.bytes(row, "private_sealed"), Optional.ofNullable(row.getString("sealed_by")));
        return new SigningKey(times, jwk.getString("alg"), jwk.encode(), sealed);
    }
}
