package io.anju.identity.hold;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What is to be told to those who appealed without a session. */
public interface AppealAnswerStore {

    /** What came of an appeal. */
    enum Outcome {
        /** The sign-in is let through. */
        RELEASED,
        /** It stays stopped. */
        REFUSED
    }

    /** @param personId who appealed */
    record Answer(UUID holdId, UUID personId, Outcome outcome) {}

    /** Keeps it to be told; the same outcome of the same hold is told once. */
    Uni<Void> add(Tx tx, UUID holdId, Outcome outcome, Instant now);

    /** Takes the next in hand, which nobody else gets until then; empty when none is due. */
    Uni<Optional<Answer>> take(Tx tx, Instant now, Instant until, int attemptsMax);

    Uni<Void> told(Tx tx, Answer answer, Instant now);
}
