package io.anju.loan.referencerate.model;

import io.anju.kernel.result.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A publication on its way: proposed by one officer, published when a second one confirms it. */
public sealed interface RateProposal {

    UUID id();

    PublishedRate rate();

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
    }

    /** Published, for good. */
    record Published(
            UUID id, PublishedRate rate, UUID proposedBy, Instant proposedAt, UUID confirmedBy, Instant confirmedAt)
            implements RateProposal {}

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
