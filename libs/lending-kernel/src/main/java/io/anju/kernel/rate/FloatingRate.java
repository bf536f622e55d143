package io.anju.kernel.rate;

import io.anju.kernel.result.Result;
import java.time.LocalDate;

/**
 * A rate that follows a reference: on each repricing day the reference in force the day before plus the spread in force
 * on the day.
 *
 * <p>Worked example: spread −0.30 percentage points, repricing 2026-01-01. The publication in force on 2025-12-31 is of 22
 * December 2025, 3.50 %, so the loan bears 3.20 % from 1 January.
 *
 * @param reference the published series
 * @param spreads of the loan
 */
public record FloatingRate(ReferenceRate reference, SpreadHistory spreads) {

    /**
     * A rate and where it comes from, as the borrower is told it.
     *
     * @param publication of the reference rate that counts
     * @param spread added to it
     * @param rate their sum
     */
    public record Fixing(ReferenceRate.Publication publication, Spread spread, AnnualRate rate) {}

    /** The rate from a repricing day (or the disbursement) on. */
    public Result<Fixing, RateRefusal> fixOn(LocalDate repricingDate) {
        return reference
                .forRepricingOn(repricingDate)
                .flatMap(publication -> spreads.on(repricingDate)
                        .flatMap(spread ->
                                spread.on(publication.value()).map(rate -> new Fixing(publication, spread, rate))));
    }
}
