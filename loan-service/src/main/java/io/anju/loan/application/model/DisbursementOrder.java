package io.anju.loan.application.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * The order to pay out.
 *
 * @param startDate first day of interest
 * @param firstDueDate due day in the month after the start
 * @param payeeReference account that the money goes to
 * @param releasedBy the officer who released it
 */
public record DisbursementOrder(
        LocalDate startDate, LocalDate firstDueDate, int dueDay, String payeeReference, UUID releasedBy) {

    /**
     * Starts on the business date; the first instalment falls on the due day of the next month, so that the first period
     * is one whole month exactly when the loan starts on its due day.
     */
    public static DisbursementOrder on(LocalDate businessDate, int dueDay, String payeeReference, UUID releasedBy) {
        return new DisbursementOrder(
                businessDate, firstDueDate(businessDate, dueDay), dueDay, payeeReference, releasedBy);
    }

    /** The due day of the month after a start. */
    static LocalDate firstDueDate(LocalDate start, int dueDay) {
        YearMonth next = YearMonth.from(start).plusMonths(1);
        // 民法典 202: a day that the month lacks is its last.
        return next.atDay(Math.min(dueDay, next.lengthOfMonth()));
    }
}
