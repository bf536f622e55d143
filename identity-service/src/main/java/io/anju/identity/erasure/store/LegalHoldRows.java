package io.anju.identity.erasure.store;

import io.anju.identity.erasure.model.LegalHold;
import io.anju.identity.model.TwoPeople;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code legal_hold}. */
final class LegalHoldRows {

    /** Whether hold {@code h} holds something at {@code $2}: a proposal does, until nobody has agreed in time. */
    static final String HOLDS =
            "(h.lifted_at IS NULL AND (h.approved_at IS NOT NULL OR h.waits_until IS NULL OR h.waits_until > $2))";

    private LegalHoldRows() {}

    static Uni<List<LegalHold>> of(Tx tx, UUID customerId, Instant now) {
        return Sql.list(
                tx,
                row -> read(row, now),
                "SELECT h.* FROM legal_hold h WHERE h.customer_id = $1 AND " + HOLDS,
                customerId,
                now);
    }

    static Uni<List<LegalHold>> list(Tx tx, Optional<UUID> after, int limit, Instant now) {
        return Sql.list(
                tx,
                row -> read(row, now),
                "SELECT h.* FROM legal_hold h WHERE ($1::uuid IS NULL OR h.id > $1) AND " + HOLDS
                        + " ORDER BY h.id LIMIT $3",
                after.orElse(null),
                now,
                limit);
    }

    static Uni<Optional<LegalHold>> find(Tx tx, UUID id, Instant now, String lock) {
        return Sql.find(
                tx, row -> read(row, now), "SELECT h.* FROM legal_hold h WHERE h.id = $1 AND " + HOLDS + lock, id, now);
    }

    static Uni<Void> add(Tx tx, LegalHold hold) {
        var waitsUntil = hold.state() instanceof LegalHold.Proposed(var proposal) ? proposal.expiresAt() : null;
        return Sql.write(
                tx, """
                INSERT INTO legal_hold (id, customer_id, reference, placed_by, placed_at, waits_until)
                VALUES ($1, $2, $3, $4, $5, $6)""", hold.id(), hold.customerId(), hold.reference(), hold.placedBy(), hold.placedAt(), waitsUntil);
    }

    static Uni<Void> save(Tx tx, LegalHold hold, UUID officer, Instant now) {
        return switch (hold.state()) {
            case LegalHold.Proposed ignored -> Uni.createFrom().voidItem();
            // The second officer of the placing, or one who leaves it in force: the first column is written once.
            case LegalHold.InForce(var approvedBy) -> Sql.write(tx, """
                        UPDATE legal_hold SET lift_proposed_by = NULL, lift_proposed_at = NULL, approved_by = $2,
                               approved_at = coalesce(approved_at, CASE WHEN $2::uuid IS NOT NULL THEN $3::timestamptz END)
                        WHERE id = $1""", hold.id(), approvedBy.orElse(null), now);
            case LegalHold.LiftingProposed ignored ->
                Sql.write(
                        tx,
                        "UPDATE legal_hold SET lift_proposed_by = $2, lift_proposed_at = $3 WHERE id = $1",
                        hold.id(),
                        officer,
                        now);
            case LegalHold.Lifted ignored ->
                Sql.write(
                        tx,
                        "UPDATE legal_hold SET lifted_by = $2, lifted_at = $3 WHERE id = $1",
                        hold.id(),
                        officer,
                        now);
        };
    }

    private static LegalHold read(Row row, Instant now) {
        return new LegalHold(
                row.getUUID("id"),
                row.getUUID("customer_id"),
                row.getString("reference"),
                row.getUUID("placed_by"),
                Sql.instant(row, "placed_at"),
                state(row, now));
    }

    private static LegalHold.State state(Row row, Instant now) {
        var approvedBy = Optional.ofNullable(row.getUUID("approved_by"));
        var waitsUntil = Sql.instantOrNull(row, "waits_until");
        if (approvedBy.isEmpty() && waitsUntil != null) {
            return new LegalHold.Proposed(new TwoPeople(row.getUUID("placed_by"), waitsUntil));
        }
        var proposedAt = Sql.instantOrNull(row, "lift_proposed_at");
        if (proposedAt == null) {
            return new LegalHold.InForce(approvedBy);
        }
        var proposal = TwoPeople.proposed(row.getUUID("lift_proposed_by"), proposedAt);
        return proposal.waits(now)
                ? new LegalHold.LiftingProposed(approvedBy, proposal)
                : new LegalHold.InForce(approvedBy);
    }
}
