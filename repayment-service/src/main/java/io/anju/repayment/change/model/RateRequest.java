package io.anju.repayment.change.model;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A wish to have the rate set another way. The rule grants it, or it waits for two officers: one recommends, another
 * decides. Granted, it is an offer that the borrower takes or not, like any other.
 *
 * <pre>
 * Offered                              (by the rule)
 * Waiting ─ recommended ─▶ Recommended ─ decided ─▶ Decided
 *                           └─ recommended ─┘
 * </pre>
 */
public sealed interface RateRequest {

    /** What was asked for. */
    Asked asked();

    /**
     * What was asked for, which never changes.
     *
     * @param reason in the borrower's words
     * @param unmet conditions that were not met then
     */
    record Asked(UUID id, UUID loanId, UUID customerId, ChangeAsk ask, String reason, List<String> unmet, Instant at) {

        public Asked {
            unmet = List.copyOf(unmet);
        }
    }

    /** Yes or no. */
    enum Verdict {
        APPROVE,
        DECLINE
    }

    /**
     * The first officer's advice.
     *
     * @param note nothing that names a person
     */
    record Advice(Verdict verdict, String note, UUID by, Instant at) {}

    /** Granted by the rule; {@code quote} is the offer. */
    record Offered(Asked asked, UUID quote) implements RateRequest {}

    /** Not decided yet. */
    sealed interface Open extends RateRequest {

        /** An officer's advice; one that was given before is dropped. */
        default Recommended recommended(Advice advice) {
            return new Recommended(asked(), advice);
        }
    }

    /** For the first officer. */
    record Waiting(Asked asked) implements Open {}

    /** For the second one. */
    record Recommended(Asked asked, Advice advice) implements Open {

        /** The second officer's yes; {@code quote} is the offer. */
        public Approved approved(UUID quote, Decision decision) {
            return new Approved(asked, advice, quote, decision);
        }

        /** The second officer's no. */
        public Declined declined(Decision decision) {
            return new Declined(asked, advice, decision);
        }
    }

    /**
     * The second officer's word.
     *
     * @param reason which the borrower is shown; nothing that names a person
     */
    record Decision(String reason, UUID by, Instant at) {}

    /** Decided. */
    sealed interface Decided extends RateRequest {

        /** The first officer's advice. */
        Advice advice();

        /** The second one's word. */
        Decision decision();
    }

    /** Granted by two officers; {@code quote} is the offer. */
    record Approved(Asked asked, Advice advice, UUID quote, Decision decision) implements Decided {}

    /** Not granted. */
    record Declined(Asked asked, Advice advice, Decision decision) implements Decided {}

    /** The request, if that person may decide it now. */
    default Result<Recommended, ChangeRefusal> forDecisionBy(UUID person) {
        UUID id = asked().id();
        return switch (this) {
            case Offered offered -> Result.refused(new ChangeRefusal.RequestDecided(id));
            case Decided decided -> Result.refused(new ChangeRefusal.RequestDecided(id));
            case Waiting waiting -> Result.refused(new ChangeRefusal.RequestNotRecommended(id));
            case Recommended recommended ->
                recommended.advice().by().equals(person)
                        ? Result.refused(new ChangeRefusal.SamePerson())
                        : Result.ok(recommended);
        };
    }
}
