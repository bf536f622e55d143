package io.anju.identity.hold.store;

import io.anju.identity.hold.HoldStore;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PgHolds implements HoldStore {

    @Override
    public Uni<Boolean> add(Tx tx, Hold.Placed placed) {
        var stop = placed.stop();
        return Sql.update(
                        tx,
                        """
                        INSERT INTO risk_hold (id, person_id, act, resource, amount, rules, reason_en, reason_zh, remedy_en,
                                               remedy_zh, documents_en, documents_zh, held_at, denied, state)
                        VALUES ($1, $2, $3, $4, nullif($5::bigint, -1), $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                        ON CONFLICT DO NOTHING""",
                        placed.id(),
                        placed.personId(),
                        placed.act(),
                        placed.resource(),
                        placed.amount(),
                        placed.rules(),
                        stop.reason().en(),
                        stop.reason().zh(),
                        stop.remedy().en(),
                        stop.remedy().zh(),
                        stop.documents().stream().map(text -> text.en()).toList(),
                        stop.documents().stream().map(text -> text.zh()).toList(),
                        placed.at(),
                        placed.denied(),
                        undecided(placed))
                .map(written -> written == 1);
    }

    @Override
    public Uni<Optional<Hold>> findHeld(Tx tx, Hold.Placed like) {
        return Sql.find(
                tx, HoldRow::read, """
                SELECT * FROM risk_hold WHERE person_id = $1 AND act = $2 AND resource = $3
                                          AND coalesce(amount, -1) = $4 AND state = $5""", like.personId(), like.act(), like.resource(), like.amount(), undecided(like));
    }

    private static String undecided(Hold.Placed placed) {
        return placed.denied() ? "DENIED" : "HELD";
    }

    @Override
    public Uni<Optional<Hold>> find(Tx tx, UUID id) {
        return Sql.find(tx, HoldRow::read, "SELECT * FROM risk_hold WHERE id = $1", id);
    }

    @Override
    public Uni<Optional<Hold>> findForUpdate(Tx tx, UUID id) {
        return Sql.find(tx, HoldRow::read, "SELECT * FROM risk_hold WHERE id = $1 FOR UPDATE", id);
    }

    @Override
    public Uni<List<Hold.Released>> released(Tx tx, UUID personId, String act, String resource, Instant now) {
        return Sql.list(tx, HoldRow::readReleased, """
                SELECT * FROM risk_hold WHERE person_id = $1 AND act = $2 AND resource = $3 AND state = 'RELEASED'
                                          AND released_until > $4
                ORDER BY id DESC LIMIT 20""", personId, act, resource, now);
    }

    @Override
    public Uni<List<Hold>> decided(Tx tx, UUID personId, String act, String resource, Instant since) {
        return Sql.list(tx, HoldRow::read, """
                SELECT * FROM risk_hold WHERE person_id = $1 AND act = $2 AND resource = $3 AND state <> 'HELD'
                                          AND decided_at > $4
                ORDER BY decided_at DESC LIMIT 20""", personId, act, resource, since);
    }

    @Override
    public Uni<List<Hold>> list(Tx tx, Optional<String> state, Optional<UUID> before, int limit) {
        return Sql.list(tx, HoldRow::read, """
                SELECT * FROM risk_hold
                WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2)
                ORDER BY id DESC LIMIT $3""", state.orElse(null), before.orElse(null), limit);
    }

    @Override
    public Uni<List<Hold>> listOf(Tx tx, UUID personId, Optional<UUID> before, int limit) {
        return Sql.list(tx, HoldRow::read, """
                SELECT * FROM risk_hold WHERE person_id = $1 AND ($2::uuid IS NULL OR id < $2)
                ORDER BY id DESC LIMIT $3""", personId, before.orElse(null), limit);
    }

    @Override
    public Uni<Void> save(Tx tx, Hold hold) {
        UUID id = hold.placed().id();
        return switch (hold) {
            case Hold.Held ignored -> Uni.createFrom().voidItem();
            case Hold.Denied denied ->
                denied.proposal()
                        .map(proposal -> propose(tx, id, proposal))
                        .orElseGet(() -> Uni.createFrom().voidItem());
            case Hold.Released(var placed, var review, var until) -> decide(tx, hold, review, until);
            case Hold.Refused(var placed, var review) -> decide(tx, hold, review, null);
            case Hold.Used used ->
                Sql.write(tx, "UPDATE risk_hold SET state = 'USED', used_at = $2 WHERE id = $1", id, used.at());
        };
    }

    private static Uni<Void> propose(Tx tx, UUID id, Hold.Review proposal) {
        return Sql.write(
                tx,
                "UPDATE risk_hold SET lift_proposed_by = $2, lift_proposed_at = $3, lift_note = $4 WHERE id = $1",
                id,
                proposal.officer(),
                proposal.at(),
                proposal.note());
    }

    private static Uni<Void> decide(Tx tx, Hold hold, Hold.Review review, @Nullable Instant until) {
        return Sql.write(
                tx, """
                UPDATE risk_hold SET state = $2, decided_by = $3, decided_at = $4, note = $5, released_until = $6,
                                     refused_by = CASE state WHEN 'REFUSED' THEN decided_by END,
                                     refused_at = CASE state WHEN 'REFUSED' THEN decided_at END,
                                     refusal_note = CASE state WHEN 'REFUSED' THEN note END
                WHERE id = $1""", hold.placed().id(), hold.state(), review.officer(), review.at(), review.note(), until);
    }

    @Override
    public Uni<Optional<Appeal>> findAppeal(Tx tx, UUID id) {
        return Sql.find(
                tx,
                row -> new Appeal(Sql.bytes(row, "appeal_sealed"), Sql.instant(row, "appealed_at")),
                "SELECT appeal_sealed, appealed_at FROM risk_hold WHERE id = $1 AND appealed_at IS NOT NULL",
                id);
    }

    @Override
    public Uni<Void> addAppeal(Tx tx, UUID id, Appeal appeal) {
        return Sql.write(
                tx,
                "UPDATE risk_hold SET appeal_sealed = $2, appealed_at = $3 WHERE id = $1",
                id,
                appeal.sealed(),
                appeal.at());
    }

    @Override
    public Uni<Void> addWays(Tx tx, UUID verificationId, List<UUID> holdIds) {
        return holdIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.write(
                        tx,
                        "INSERT INTO risk_hold_way (verification_id, hold_id) SELECT $1::uuid, unnest($2::text[])::uuid",
                        verificationId,
                        holdIds);
    }

    @Override
    public Uni<List<Hold>> findWaysForUpdate(Tx tx, UUID verificationId) {
        return Sql.list(tx, HoldRow::read, """
                SELECT h.* FROM risk_hold h JOIN risk_hold_way w ON w.hold_id = h.id
                WHERE w.verification_id = $1 ORDER BY h.id FOR UPDATE OF h""", verificationId);
    }
}
