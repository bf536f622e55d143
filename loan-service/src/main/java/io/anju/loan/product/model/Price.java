package io.anju.loan.product.model;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.Spread;

/**
 * The price of one tranche on one day.
 *
 * @param annualRate the reference rate in force on that day plus the spread
 */
public record Price(AnnualRate annualRate, Spread spread, int ratePeriodMonths, RateBasis basis) {}
