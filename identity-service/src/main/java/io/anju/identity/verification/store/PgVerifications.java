package io.anju.identity.verification.store;

import io.anju.identity.model.Level;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.Wording;
import io.anju.identity.sql.Sql;
import io.anju.identity.verification.VerificationStore;
import io.anju.identity.verification.model.ActPolicy;
import io.anju.identity.verification.model.Verification;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PgVerifications implements VerificationStore {

    /** Fen; for an act whose policy does not say what is large. */
    private static final long LARGE = 50_000_000;

    @Override
    public Uni<Optional<ActPolicy>> findPolicy(Tx tx, String act) {
        return Sql.find(
                tx,
                PgVerifications::readPolicy,
                "SELECT * FROM act_policy WHERE act = $1 ORDER BY version DESC LIMIT 1",
                act);
    }

    @Override
    public Uni<Void> add(Tx tx, Verification.Pending verification) {
        var opened = verification.opened();
        return Sql.write(
                tx,
                """
                INSERT INTO verification (id, person_id, act, resource, body_sha256, audience, policy_version, method,
                                          nonce, token_seconds, opened_at, expires_at, state)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'PENDING')""",
                opened.id(),
                opened.personId(),
                opened.act().type(),
                opened.act().resource(),
                opened.act().bodySha256(),
                opened.act().audience(),
                opened.policyVersion(),
                verification.method(),
                opened.nonce(),
                (int) verification.tokenTime().toSeconds(),
                opened.at(),
                verification.expiresAt());
    }

    @Override
    public Uni<Optional<Verification>> find(Tx tx, UUID id) {
        return Sql.find(tx, VerificationRow::read, "SELECT * FROM verification WHERE id = $1", id);
    }

    @Override
    public Uni<Optional<Verification>> findForUpdate(Tx tx, UUID id) {
        return Sql.find(tx, VerificationRow::read, "SELECT * FROM verification WHERE id = $1 FOR UPDATE", id);
    }

    @Override
    public Uni<Optional<Verification.Proven>> findByToken(Tx tx, UUID tokenId) {
        return Sql.find(tx, VerificationRow::readProven, "SELECT * FROM verification WHERE token_id = $1", tokenId);
    }

    @Override
    public Uni<Void> save(Tx tx, Verification verification) {
        UUID id = verification.opened().id();
        return switch (verification) {
            case Verification.Pending pending ->
                Sql.write(tx, "UPDATE verification SET failures = $2 WHERE id = $1", id, pending.failures());
            case Verification.Exhausted ignored ->
                Sql.write(
                        tx,
                        "UPDATE verification SET state = 'EXHAUSTED', failures = $2 WHERE id = $1",
                        id,
                        Verification.TRIES);
            case Verification.Proven proven ->
                Sql.write(
                        tx,
                        """
                        UPDATE verification SET state = 'PROVEN', proven_at = $2, token_id = $3, token_expires_at = $4,
                                                evidence = $5
                        WHERE id = $1""",
                        id,
                        proven.at(),
                        proven.tokenId(),
                        proven.tokenExpiresAt(),
                        proven.evidence().map(VerificationRow::json).orElse(null));
        };
    }

    private static ActPolicy readPolicy(Row row) {
        return new ActPolicy(
                row.getString("act"),
                row.getInteger("version"),
                Set.of(row.getArrayOfStrings("roles")),
                Sql.constant(row, "level", Level.class),
                Sql.constants(row, "methods", ProofMethod.class),
                row.getString("audience"),
                row.getString("resource"),
                row.getBoolean("moves_money"),
                Duration.ofSeconds(row.getInteger("proof_seconds")),
                Duration.ofSeconds(row.getInteger("token_seconds")),
                new Wording(row.getString("title_en"), row.getString("title_zh")),
                Optional.ofNullable(row.getLong("large_fen")).orElse(LARGE),
                row.getBoolean("officer_releases"));
    }
}
