package io.anju.identity.hold.store;

import io.anju.identity.hold.AppealAnswerStore;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PgAppealAnswers implements AppealAnswerStore {

    @Override
    public Uni<Void> add(Tx tx, UUID holdId, Outcome outcome, Instant now) {
        return Sql.write(tx, """
                INSERT INTO appeal_answer (hold_id, outcome, decided_at, next_at) VALUES ($1, $2, $3, $3)
                ON CONFLICT DO NOTHING""", holdId, outcome.name(), now);
    }

    @Override
    public Uni<Optional<Answer>> take(Tx tx, Instant now, Instant until, int attemptsMax) {
        return Sql.find(
                tx,
                row -> new Answer(
                        row.getUUID("hold_id"), row.getUUID("person_id"), Sql.constant(row, "outcome", Outcome.class)),
                """
                WITH next AS (
                    SELECT a.hold_id, a.outcome, h.person_id FROM appeal_answer a JOIN risk_hold h ON h.id = a.hold_id
                    WHERE a.told_at IS NULL AND a.next_at <= $1 AND a.attempts < $3
                    ORDER BY a.next_at LIMIT 1 FOR UPDATE OF a SKIP LOCKED)
                UPDATE appeal_answer a SET attempts = a.attempts + 1, next_at = $2 FROM next
                WHERE a.hold_id = next.hold_id AND a.outcome = next.outcome
                RETURNING a.hold_id, a.outcome, next.person_id""",
                now,
                until,
                attemptsMax);
    }

    @Override
    public Uni<Void> told(Tx tx, Answer answer, Instant now) {
        return Sql.write(
                tx,
                "UPDATE appeal_answer SET told_at = $3 WHERE hold_id = $1 AND outcome = $2",
                answer.holdId(),
                answer.outcome().name(),
                now);
    }
}
