package io.anju.repayment.change.model;

import io.anju.kernel.result.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A wish to have the rate set another way. The rule grants it, or it waits for two officers: one recommends, another
 * decides. Granted, it is an offer that the borrower takes or not, like any other.
 *
 * <pre>
 * Offered                              (by the rule)
 * Waiting ─ recommended ─▶ Recommended ─ decided ─▶ Decided
 *    │                      └─ recommended ─┘
 *    └───────── withdrawn ─────────┴─▶ Withdrawn
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

        /** The advice that was given; empty before it is. */
        Optional<Advice> given();
    }

    /** For the first officer. */
    record Waiting(Asked asked) implements Open {
        @Override
        public Optional<Advice> given() {
            return Optional.empty();
        }
    }

    /** For the second one. */
    record Recommended(Asked asked, Advice advice) implements Open {

        @Override
        public Optional<Advice> given() {
            return Optional.of(advice);
        }

        /** The second officer's yes; {@code quote} is the offer, made anew until a day. */
        public Approved approved(UUID quote, Decision decision, LocalDate grantedUntil) {
            return new Approved(asked, advice, quote, decision, grantedUntil);
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

    /**
     * Granted by two officers.
     *
     * @param quote the offer, the newest one
     * @param grantedUntil last day on which an offer that is not honoured any more is made anew on this grant
     */
    record Approved(Asked asked, Advice advice, UUID quote, Decision decision, LocalDate grantedUntil)
            implements Decided {

        /** The conditions from which it lets the request off, on a day; empty once the grant has run out. */
        public Exceptions exceptionsOn(LocalDate day) {
            return day.isAfter(grantedUntil)
                    ? Exceptions.NONE
                    : new Exceptions(Optional.of(asked.id()), Set.copyOf(asked.unmet()));
        }

        /** The same grant, offered anew. */
        public Approved offeredAnew(UUID fresh) {
            return new Approved(asked, advice, fresh, decision, grantedUntil);
        }
    }

    /** Not granted. */
    record Declined(Asked asked, Advice advice, Decision decision) implements Decided {}

    /** The borrower does without it: nobody decides it any more. */
    record Withdrawn(Asked asked, Optional<Advice> advice, Instant at) implements RateRequest {}

    /** The request once the borrower does without it; one that was withdrawn stays as it was. */
    default Result<Withdrawn, ChangeRefusal> withdrawn(Instant at) {
        return switch (this) {
            case Open open -> Result.ok(new Withdrawn(open.asked(), open.given(), at));
            case Withdrawn already -> Result.ok(already);
            case Offered offered -> Result.refused(new ChangeRefusal.RequestDecided(asked().id()));
            case Decided decided -> Result.refused(new ChangeRefusal.RequestDecided(asked().id()));
        };
    }

    /** The request with an officer's advice, if it is open. */
    default Result<Recommended, ChangeRefusal> advised(Advice advice) {
        return switch (this) {
            case Open open -> Result.ok(open.recommended(advice));
            case Withdrawn withdrawn -> Result.refused(new ChangeRefusal.RequestWithdrawn(asked().id()));
            case Offered offered -> Result.refused(new ChangeRefusal.RequestDecided(asked().id()));
            case Decided decided -> Result.refused(new ChangeRefusal.RequestDecided(asked().id()));
        };
    }

    /** The request, if that person may decide it now. */
    default Result<Recommended, ChangeRefusal> forDecisionBy(UUID person) {
        UUID id = asked().id();
        return switch (this) {
            case Offered offered -> Result.refused(new ChangeRefusal.RequestDecided(id));
            case Decided decided -> Result.refused(new ChangeRefusal.RequestDecided(id));
            case Withdrawn withdrawn -> Result.refused(new ChangeRefusal.RequestWithdrawn(id));
            case Waiting waiting -> Result.refused(new ChangeRefusal.RequestNotRecommended(id));
            case Recommended recommended ->
                recommended.advice().by().equals(person)
                        ? Result.refused(new ChangeRefusal.SamePerson())
                        : Result.ok(recommended);
        };
    }
}
