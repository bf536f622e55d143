package io.anju.repayment.change.model;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A change of plan that a customer asks for at the counter: one of the staff opens it for who stands before them, another
 * decides. What the rule does not allow is possible here where the bank lets two people decide it.
 */
public sealed interface CounterChange {

    /** What was opened. */
    Opening opening();

    /** By which paper the customer was identified. */
    enum Paper {
        RESIDENT_ID,
        PASSPORT,
        RESIDENCE_PERMIT
    }

    /**
     * What was opened, which never changes.
     *
     * @param reason why; nothing that names a person
     * @param unmet conditions of the rule that were not met, from which the second person lets it off; none where the rule
     *     allows it
     * @param by staff
     */
    record Opening(
            UUID id,
            UUID loanId,
            UUID customerId,
            ChangeAsk ask,
            Paper paper,
            String reason,
            List<String> unmet,
            UUID by,
            Instant at) {

        public Opening {
            unmet = List.copyOf(unmet);
        }
    }

    /** Waits for a second person. */
    record Waiting(Opening opening) implements CounterChange {

        /** What it is let off from, once it is approved. */
        public Exceptions exceptions() {
            return new Exceptions(Optional.empty(), Set.copyOf(opening.unmet()));
        }

        /** The second person's yes; {@code change} is what was done. */
        public Decided approved(UUID change, UUID by, Instant at) {
            return new Decided(opening, Optional.of(change), by, at);
        }

        /** The second person's no. */
        public Decided declined(UUID by, Instant at) {
            return new Decided(opening, Optional.empty(), by, at);
        }
    }

    /** Decided; {@code change} is empty when it was declined. */
    record Decided(Opening opening, Optional<UUID> change, UUID by, Instant at) implements CounterChange {

        /** Whether the loan is changed by it. */
        public boolean isApproved() {
            return change.isPresent();
        }
    }

    /** The change, if that person may decide it now. */
    default Result<Waiting, ChangeRefusal> forDecisionBy(UUID person) {
        return switch (this) {
            case Decided decided ->
                Result.refused(new ChangeRefusal.CounterChangeDecided(opening().id()));
            case Waiting waiting ->
                opening().by().equals(person) ? Result.refused(new ChangeRefusal.SamePerson()) : Result.ok(waiting);
        };
    }
}
