package io.anju.loan.quote.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Conventions;

/**
 * What a tranche is calculated with.
 *
 * @param annualRate from the start until an event changes it
 * @param conventions the product's, where a product is named
 * @param maxInterestOnlyMonths months of interest alone that the product lends with; without a product as many as asked for
 */
public record Basis(AnnualRate annualRate, Conventions conventions, int maxInterestOnlyMonths) {

    /** A rate that names no product: monthly, broken periods by actual days of a year of 360. */
    public static Basis of(AnnualRate annualRate) {
        return new Basis(annualRate, Conventions.MONTHLY_ACT_360, Integer.MAX_VALUE);
    }
}
