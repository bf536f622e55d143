package io.anju.identity.erasure.store;

import io.anju.identity.datakey.model.KeyKind;
import io.anju.identity.erasure.ErasureStore;
import io.anju.identity.erasure.model.Erasure;
import io.anju.identity.erasure.model.ErasurePlan;
import io.anju.identity.erasure.model.LegalHold;
import io.anju.identity.erasure.model.RetentionRule;
import io.anju.identity.model.Wording;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgErasures implements ErasureStore {

    @Override
    public Uni<List<RetentionRule>> rules(Tx tx) {
        return Sql.list(tx, PgErasures::readRule, """
                SELECT * FROM (SELECT DISTINCT ON (item) * FROM retention_rule ORDER BY item, version DESC) newest
                ORDER BY ordinal""");
    }

    @Override
    public Uni<List<LegalHold>> holds(Tx tx, UUID customerId, Instant now) {
        return LegalHoldRows.of(tx, customerId, now);
    }

    @Override
    public Uni<List<LegalHold>> holds(Tx tx, Optional<UUID> after, int limit, Instant now) {
        return LegalHoldRows.list(tx, after, limit, now);
    }

    @Override
    public Uni<Optional<LegalHold>> hold(Tx tx, UUID holdId, Instant now) {
        return LegalHoldRows.find(tx, holdId, now, "");
    }

    @Override
    public Uni<Optional<LegalHold>> holdForUpdate(Tx tx, UUID holdId, Instant now) {
        return LegalHoldRows.find(tx, holdId, now, " FOR UPDATE");
    }

    @Override
    public Uni<Void> place(Tx tx, LegalHold hold) {
        return LegalHoldRows.add(tx, hold);
    }

    @Override
    public Uni<Void> save(Tx tx, LegalHold hold, UUID officer, Instant now) {
        return LegalHoldRows.save(tx, hold, officer, now);
    }

    @Override
    public Uni<Optional<Kept>> find(Tx tx, UUID customerId) {
        return Sql.find(tx, PgErasures::read, "SELECT * FROM erasure WHERE customer_id = $1", customerId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : items(tx, customerId).map(items -> Optional.of(new Kept(found.get(), items))));
    }

    @Override
    public Uni<Optional<Kept>> findForUpdate(Tx tx, UUID customerId) {
        // A change of phone and a recovery lock their own row before the customer's; so does this, or the two would
        // wait for
        // each other.
        return Sql.write(tx, "SELECT 1 FROM phone_change WHERE customer_id = $1 ORDER BY id FOR UPDATE", customerId)
                .flatMap(locked -> Sql.write(
                        tx, "SELECT 1 FROM account_recovery WHERE customer_id = $1 ORDER BY id FOR UPDATE", customerId))
                .flatMap(locked -> Sql.write(tx, "SELECT 1 FROM person WHERE id = $1 FOR UPDATE", customerId))
                .flatMap(locked -> find(tx, customerId));
    }

    private static Uni<List<ErasurePlan.Item>> items(Tx tx, UUID customerId) {
        return Sql.list(
                tx,
                row -> new ErasurePlan.Item(readRule(row), Optional.ofNullable(row.getLocalDate("kept_until"))),
                """
                SELECT r.*, i.kept_until FROM erasure_item i
                JOIN retention_rule r ON r.item = i.item AND r.version = i.rule_version
                WHERE i.customer_id = $1 ORDER BY r.ordinal""",
                customerId);
    }

    @Override
    public Uni<Void> add(Tx tx, Erasure erasure, List<ErasurePlan.Item> items) {
        var opening = erasure.opening();
        return Sql.write(
                        tx,
                        """
                        INSERT INTO erasure (customer_id, id, erased_at, state, restricted_until, completed_at)
                        VALUES ($1, $2, $3, $4, $5, $6)""",
                        opening.customerId(),
                        opening.id(),
                        opening.at(),
                        erasure instanceof Erasure.Restricted ? "RESTRICTED" : "COMPLETE",
                        erasure instanceof Erasure.Restricted restricted ? restricted.until() : null,
                        erasure instanceof Erasure.Complete complete ? complete.at() : null)
                .flatMap(added -> Multi.createFrom()
                        .iterable(items)
                        .onItem()
                        .transformToUniAndConcatenate(item -> add(tx, opening.customerId(), item))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private static Uni<Void> add(Tx tx, UUID customerId, ErasurePlan.Item item) {
        return Sql.write(
                tx,
                "INSERT INTO erasure_item (customer_id, item, rule_version, kept_until) VALUES ($1, $2, $3, $4)",
                customerId,
                item.rule().item(),
                item.rule().version(),
                item.keptUntil().orElse(null));
    }

    @Override
    public Uni<Boolean> lock(Tx tx, UUID customerId) {
        return Sql.find(tx, row -> true, "SELECT 1 FROM customer WHERE id = $1 FOR UPDATE", customerId)
                .map(Optional::isPresent);
    }

    @Override
    public Uni<Boolean> keeps(Tx tx, UUID customerId) {
        return Sql.find(tx, row -> true, """
                        SELECT 1 FROM customer c WHERE c.id = $1 AND (c.erased_at IS NULL OR EXISTS (
                            SELECT FROM erasure_item i
                            WHERE i.customer_id = c.id AND i.kept_until IS NOT NULL AND i.deleted_at IS NULL))""", customerId).map(Optional::isPresent);
    }

    @Override
    public Uni<Optional<UUID>> leaseDue(Tx tx, LocalDate today, Instant now, Instant until) {
        return Sql.find(tx, row -> row.getUUID("customer_id"), """
                UPDATE erasure SET leased_until = $3 WHERE customer_id = (
                    SELECT e.customer_id FROM erasure e WHERE e.state = 'RESTRICTED' AND e.restricted_until <= $1
                    AND (e.leased_until IS NULL OR e.leased_until <= $2)
                    AND NOT EXISTS (SELECT FROM legal_hold h WHERE h.customer_id = e.customer_id AND %s)
                    ORDER BY e.leased_until NULLS FIRST, e.restricted_until LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING customer_id""".formatted(LegalHoldRows.HOLDS), today, now, until);
    }

    @Override
    public Uni<Void> complete(Tx tx, Erasure.Complete erasure) {
        return Sql.write(
                        tx,
                        "UPDATE erasure SET state = 'COMPLETE', completed_at = $2 WHERE customer_id = $1",
                        erasure.opening().customerId(),
                        erasure.at())
                .flatMap(completed -> Sql.write(tx, """
                        UPDATE erasure_item i SET deleted_at = $2 FROM retention_rule r
                        WHERE i.customer_id = $1 AND i.kept_until IS NOT NULL AND i.deleted_at IS NULL
                          AND r.item = i.item AND r.version = i.rule_version AND r.key_kind IS NOT NULL""", erasure.opening().customerId(), erasure.at()));
    }

    @Override
    public Uni<Void> removeTraces(Tx tx, UUID customerId, List<byte[]> phoneHashes, Instant now) {
        // A sign-in has its code's id; codes are kept for as long as the sign-ins they belong to.
        return Sql.write(
                        tx,
                        "DELETE FROM sign_in WHERE id IN (SELECT id FROM sms_code WHERE phone_hash = ANY ($1))",
                        phoneHashes)
                .flatMap(removed -> Sql.write(tx, """
                        DELETE FROM registration WHERE customer_id = $1
                        OR id IN (SELECT id FROM sms_code WHERE phone_hash = ANY ($2))""", customerId, phoneHashes))
                // The phone that was to follow is known by its change alone.
                .flatMap(removed -> Sql.write(tx, """
                        DELETE FROM sms_code WHERE phone_hash = ANY ($2)
                        OR id IN (SELECT id FROM phone_change WHERE customer_id = $1)""", customerId, phoneHashes))
                .flatMap(removed -> Sql.write(
                        tx, "DELETE FROM phone_change WHERE customer_id = $1 AND completed_at IS NULL", customerId))
                // That somebody was let back in, and by whom, stays provable; what they showed does not matter. Nobody
                // is
                // let in any more.
                .flatMap(removed -> Sql.write(tx, """
                        UPDATE account_recovery SET face_reference = '-', papers = '-', papers_sealed = NULL,
                            expires_at = least(expires_at, $2), code_expires_at = least(code_expires_at, $2)
                        WHERE customer_id = $1""", customerId, now))
                .flatMap(removed -> Sql.write(tx, "DELETE FROM passkey_enrolment WHERE person_id = $1", customerId))
                // What passkeys have signed stays provable by their public keys; what they were called does not matter.
                .flatMap(removed -> Sql.write(
                        tx,
                        "UPDATE passkey SET name = '-', name_sealed = NULL, revoked_at = coalesce(revoked_at, $2) WHERE person_id = $1",
                        customerId,
                        now))
                .flatMap(removed -> Sql.write(
                        tx,
                        "UPDATE session SET device_name = '-', device_name_sealed = NULL, device_hash = NULL, declares_key = false WHERE person_id = $1",
                        customerId))
                .flatMap(removed -> Sql.write(tx, """
                        UPDATE refresh_token SET key_thumbprint = NULL
                        WHERE session_id IN (SELECT id FROM session WHERE person_id = $1)""", customerId))
                // Where somebody signed in from serves to recognise a new place, and nobody comes any more.
                .flatMap(removed -> Sql.write(tx, "DELETE FROM risk_sighting WHERE person_id = $1", customerId))
                .flatMap(removed -> Sql.write(tx, "DELETE FROM export_job WHERE customer_id = $1", customerId))
                .flatMap(removed ->
                        Sql.write(tx, "DELETE FROM idempotency_key WHERE starts_with(scope, $1)", customerId + " "));
    }

    private static RetentionRule readRule(Row row) {
        return new RetentionRule(
                row.getString("item"),
                row.getInteger("version"),
                row.getString("held_by"),
                Optional.ofNullable(row.getString("key_kind")).map(KeyKind::valueOf),
                Sql.constant(row, "counts_from", RetentionRule.CountsFrom.class),
                row.getInteger("keep_years"),
                new Wording(row.getString("what_en"), row.getString("what_zh")),
                new Wording(row.getString("source_en"), row.getString("source_zh")));
    }

    private static Erasure read(Row row) {
        var opening = new Erasure.Opening(row.getUUID("id"), row.getUUID("customer_id"), Sql.instant(row, "erased_at"));
        return row.getString("state").equals("RESTRICTED")
                ? new Erasure.Restricted(opening, row.getLocalDate("restricted_until"))
                : new Erasure.Complete(opening, Sql.instant(row, "completed_at"));
    }
}
