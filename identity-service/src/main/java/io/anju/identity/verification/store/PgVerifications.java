package io.anju.identity.verification.store;

import io.anju.identity.model.Level;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.Wording;
import io.anju.identity.sql.Sql;
import io.anju.identity.verification.VerificationStore;
import io.anju.identity.verification.model.ActPolicy;
import io.anju.identity.verification.model.Credentials;
import io.anju.identity.verification.model.DelayPolicy;
import io.anju.identity.verification.model.Verification;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                                          nonce, token_seconds, opened_at, expires_at, delay_seconds,
                                          delay_open_seconds, state)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'PENDING')""",
                opened.id(),
                opened.personId(),
                opened.act().type(),
                opened.act().resource(),
                opened.act().bodySha256(),
                opened.act().audience(),
                opened.policyVersion(),
                verification.method(),
                opened.nonce(),
                seconds(verification.tokenTime()),
                opened.at(),
                verification.expiresAt(),
                verification.delay().map(delay -> seconds(delay.length())).orElse(null),
                verification.delay().map(delay -> seconds(delay.open())).orElse(null));
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
                                                evidence = $5, collected_at = $6
                        WHERE id = $1""",
                        id,
                        proven.at(),
                        proven.tokenId(),
                        proven.tokenExpiresAt(),
                        proven.evidence().map(VerificationRow::json).orElse(null),
                        proven.collectedAt().orElse(null));
            case Verification.Delayed delayed ->
                Sql.write(
                        tx,
                        """
                        UPDATE verification SET state = 'DELAYED', proven_at = $2, ready_at = $3, collect_until = $4,
                                                evidence = $5
                        WHERE id = $1""",
                        id,
                        delayed.at(),
                        delayed.readyAt(),
                        delayed.until(),
                        delayed.evidence().map(VerificationRow::json).orElse(null));
            case Verification.Cancelled cancelled ->
                Sql.write(
                        tx,
                        "UPDATE verification SET state = 'CANCELLED', cancelled_at = $2 WHERE id = $1",
                        id,
                        cancelled.at());
        };
    }

    @Override
    public Uni<List<Verification.Delayed>> listDelayed(
            Tx tx, UUID personId, Instant now, Optional<UUID> before, int limit) {
        return Sql.list(tx, VerificationRow::readDelayed, """
                SELECT * FROM verification WHERE person_id = $1 AND state = 'DELAYED' AND collect_until > $2
                AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4""", personId, now, before.orElse(null), limit);
    }

    @Override
    public Uni<Void> cancelDelayed(Tx tx, UUID personId, Optional<String> credentialId, Instant now) {
        return Sql.write(tx, """
                UPDATE verification SET state = 'CANCELLED', cancelled_at = $3
                WHERE person_id = $1 AND state = 'DELAYED' AND ($2::text IS NULL OR evidence ->> 'credentialId' = $2)""", personId, credentialId.orElse(null), now);
    }

    @Override
    public Uni<Void> endPending(Tx tx, UUID personId, Instant now) {
        return Sql.write(
                tx,
                "UPDATE verification SET expires_at = $2 WHERE person_id = $1 AND state = 'PENDING' AND expires_at > $2",
                personId,
                now);
    }

    @Override
    public Uni<Credentials> credentials(Tx tx, UUID personId) {
        return Sql.find(
                        tx,
                        row -> new Credentials(
                                Sql.instant(row, "since"),
                                Optional.ofNullable(Sql.instantOrNull(row, "passkey_at")),
                                Optional.ofNullable(Sql.instantOrNull(row, "recovered_at"))),
                        """
                        SELECT coalesce(c.registered_at, m.enrolled_at) AS since,
                            (SELECT max(enrolled_at) FROM passkey WHERE person_id = p.id AND revoked_at IS NULL) AS passkey_at,
                            (SELECT max(completed_at) FROM account_recovery WHERE customer_id = p.id) AS recovered_at
                        FROM person p LEFT JOIN customer c ON c.id = p.id LEFT JOIN staff_member m ON m.id = p.id
                        WHERE p.id = $1""",
                        personId)
                .map(Optional::orElseThrow);
    }

    private static int seconds(Duration duration) {
        return (int) duration.toSeconds();
    }

    private static Set<String> resources(Row row) {
        return Stream.concat(
                        Stream.of(row.getString("resource"), row.getString("collection")),
                        Stream.of(row.getArrayOfStrings("other_resources")))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static ActPolicy readPolicy(Row row) {
        return new ActPolicy(
                row.getString("act"),
                row.getInteger("version"),
                Set.of(row.getArrayOfStrings("roles")),
                Sql.constant(row, "level", Level.class),
                Sql.constants(row, "methods", ProofMethod.class),
                row.getString("audience"),
                resources(row),
                row.getBoolean("moves_money"),
                Duration.ofSeconds(row.getInteger("proof_seconds")),
                Duration.ofSeconds(row.getInteger("token_seconds")),
                new Wording(row.getString("title_en"), row.getString("title_zh")),
                Optional.ofNullable(row.getLong("large_fen")).orElse(LARGE),
                row.getBoolean("officer_releases"),
                VerificationRow.delay(row)
                        .map(delay -> new DelayPolicy(
                                delay,
                                Sql.constants(row, "delay_when", DelayPolicy.Circumstance.class),
                                Duration.ofSeconds(row.getInteger("delay_recent_seconds")))),
                row.getBoolean("passkey_where_enrolled"));
    }
}
