package io.anju.kernel.rate;

import java.time.LocalDate;

/**
 * Which day of the year a floating rate is fixed anew on: one of the two that borrower and bank may agree on
 * (中国人民银行公告〔2019〕第30号).
 */
public enum RepricingDay {

    /** 1 January, and from there in cycles. */
    JANUARY,

    /** The day of the year on which the loan was paid out, and from there in cycles; a day that a month lacks is its last. */
    START;

    /**
     * The days of a loan.
     *
     * @param startDate on which it was paid out
     * @param cycleMonths months from one to the next: 3, 6 or 12
     */
    public RepricingDays of(LocalDate startDate, int cycleMonths) {
        return switch (this) {
            case JANUARY -> RepricingDays.fromJanuary(cycleMonths);
            case START -> RepricingDays.fromStart(startDate, cycleMonths);
        };
    }
}
