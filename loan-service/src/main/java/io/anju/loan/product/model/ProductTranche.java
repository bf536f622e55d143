package io.anju.loan.product.model;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.Spread;
import io.anju.loan.referencerate.model.Rate;
import org.jspecify.annotations.Nullable;

/**
 * A tranche that a product lends, and how its rate is made.
 *
 * @param family what the rate follows
 * @param spread added to the reference rate, fixed for the life of the contract
 * @param ratePeriodMonths repricing cycle: 3, 6 or 12 (PBoC 2024-11)
 * @param maxPrincipal fen; null: only the loan to value limits
 * @param conditions what its contracts agree on beside the price
 */
public record ProductTranche(
        TrancheKind kind,
        RateFamily family,
        RateBasis basis,
        Spread spread,
        int ratePeriodMonths,
        @Nullable Long maxPrincipal,
        Conditions conditions) {

    /** A rate comes in two maturities: up to five years, and over. */
    private static final int SHORT_TERM_MONTHS = 60;

    /** The series that a rate follows. */
    public enum RateFamily {
        LPR,
        PROVIDENT_FUND
    }

    /** How often its instalments fall due. */
    public Frequency frequency() {
        return conditions.conventions().frequency();
    }

    /** The reference rate that matches a term. */
    public Rate reference(int months) {
        boolean shortTerm = months <= SHORT_TERM_MONTHS;
        return switch (family) {
            case LPR -> shortTerm ? Rate.LPR_1Y : Rate.LPR_5Y;
            case PROVIDENT_FUND -> shortTerm ? Rate.PROVIDENT_FUND_5Y : Rate.PROVIDENT_FUND_OVER_5Y;
        };
    }
}
