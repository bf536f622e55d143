package io.anju.kernel.schedule;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;

/**
 * The customs that a product fixes for all its loans and prints in the contract.
 *
 * @param frequency how often an instalment falls due
 * @param firstPeriod interest of a first period that is not a whole one
 * @param splitPeriod interest of a period whose rate changes inside it
 * @param dayCount days of broken periods
 */
public record Conventions(Frequency frequency, FirstPeriod firstPeriod, SplitPeriod splitPeriod, DayCount dayCount) {

    /** Monthly; broken periods by actual days of a year of 360. */
    public static final Conventions MONTHLY_ACT_360 =
            new Conventions(Frequency.MONTHLY, FirstPeriod.ACTUAL_DAYS, SplitPeriod.ACTUAL_DAYS, DayCount.ACT_360);
}
