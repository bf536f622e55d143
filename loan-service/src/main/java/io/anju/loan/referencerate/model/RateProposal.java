package io.anju.loan.referencerate.model;

import io.anju.kernel.result.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A publication on its way: proposed by one officer, published when a second one confirms it, and ended without that when
 * the second one rejects it or the first one takes it back.
 */
public sealed interface RateProposal {

    UUID id();

    PublishedRate rate();

    UUID proposedBy();

    Instant proposedAt();

    /** Waiting for the second officer. */
    record Proposed(UUID id, PublishedRate rate, UUID proposedBy, Instant proposedAt) implements RateProposal {

        /**
         * The second officer's yes.
         *
         * @param last newest publication of the same rate so far: history is not written backwards
         */
        public Result<Published, RateRefusal> confirm(UUID officer, Instant at, LocalDate last) {
            if (officer.equals(proposedBy)) {
                return Result.refused(new RateRefusal.SamePerson());
            }
            if (!rate.date().isAfter(last)) {
                return Result.refused(new RateRefusal.NotAfterLast(last, rate.date()));
            }
            return Result.ok(new Published(id, rate, proposedBy, proposedAt, officer, at));
        }

        /** The second officer's no. */
        public Result<Ended, RateRefusal> reject(UUID officer, Instant at) {
            return officer.equals(proposedBy)
                    ? Result.refused(new RateRefusal.SamePerson())
                    : Result.ok(new Ended(id, rate, proposedBy, proposedAt, officer, at));
        }

        /** Taken back by who made it. */
        public Result<Ended, RateRefusal> withdraw(UUID officer, Instant at) {
            return officer.equals(proposedBy)
                    ? Result.ok(new Ended(id, rate, proposedBy, proposedAt, officer, at))
                    : Result.refused(new RateRefusal.NotTheProposer());
        }
    }

    /** Published, for good. */
    record Published(
            UUID id, PublishedRate rate, UUID proposedBy, Instant proposedAt, UUID confirmedBy, Instant confirmedAt)
            implements RateProposal {}

    /**
     * Never published.
     *
     * @param endedBy who rejected it, or who had proposed it and took it back
     */
    record Ended(UUID id, PublishedRate rate, UUID proposedBy, Instant proposedAt, UUID endedBy, Instant endedAt)
            implements RateProposal {

        public boolean isWithdrawn() {
            return endedBy.equals(proposedBy);
        }
    }

    /** The LPR is quoted in steps of 0.05 percentage points (PBoC announcement 2019-15). */
    BigDecimal STEP = new BigDecimal("0.0005");

    /**
     * How far ahead of its first day a rate is known at most, days. The LPR is in force from the day on which it appears,
     * and the provident fund's rates and the average are announced weeks ahead. Nothing is published before the newest
     * publication: a slip in the year would block every one until then.
     */
    int MAX_DAYS_AHEAD = 60;

    /**
     * The first half: checks the figure and the date before a second person is asked.
     *
     * @param today business date
     */
    static Result<Proposed, RateRefusal> propose(
            UUID id, PublishedRate rate, LocalDate last, LocalDate today, UUID officer, Instant at) {
        if (rate.rate().isLoanPrimeRate() && rate.value().remainder(STEP).signum() != 0) {
            return Result.refused(new RateRefusal.NotAStep(STEP, rate.value()));
        }
        if (!rate.date().isAfter(last)) {
            return Result.refused(new RateRefusal.NotAfterLast(last, rate.date()));
        }
        LocalDate latest = today.plusDays(MAX_DAYS_AHEAD);
        if (rate.date().isAfter(latest)) {
            return Result.refused(new RateRefusal.TooFarAhead(latest, rate.date()));
        }
        return Result.ok(new Proposed(id, rate, officer, at));
    }
}
