package io.anju.kernel.schedule;

/**
 * How the interest of a period is split when its rate changes on a day inside it: a product parameter.
 *
 * <p>1,000,000.00 yuan, due on the 20th, repriced on 1 January from 3.95 % to 3.60 %. From 20 December 12 days are at the
 * old rate and 19 at the new: by {@link #ACTUAL_DAYS} 3,216.67, by {@link #SHARE_OF_PERIOD} 3,112.90.
 */
public enum SplitPeriod {

    /** Each stretch its actual days at annual rate / 360 (or 365). */
    ACTUAL_DAYS,

    /** The whole period's interest, each rate for its share of the days. */
    SHARE_OF_PERIOD
}
