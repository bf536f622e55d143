package io.anju.loan.application.model;

import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.calendar.Frequency;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The order to pay out.
 *
 * @param startDate first day of interest
 * @param firstDueDate due day in the month after the start; of fortnightly loans the fourteenth day after it
 * @param payeeReference account that the money goes to
 * @param releasedBy the officer who released it
 */
public record DisbursementOrder(
        LocalDate startDate, LocalDate firstDueDate, int dueDay, String payeeReference, UUID releasedBy) {

    /**
     * Starts on the business date; the first instalment falls on the due day of the next month, so that the first period
     * is one whole month exactly when the loan starts on its due day, or a fortnight later.
     */
    public static DisbursementOrder on(
            LocalDate businessDate, int dueDay, Frequency frequency, String payeeReference, UUID releasedBy) {
        return new DisbursementOrder(
                businessDate, DueDates.firstAfter(businessDate, dueDay, frequency), dueDay, payeeReference, releasedBy);
    }

    /** As every loan that is repaid monthly. */
    public static DisbursementOrder on(LocalDate businessDate, int dueDay, String payeeReference, UUID releasedBy) {
        return on(businessDate, dueDay, Frequency.MONTHLY, payeeReference, releasedBy);
    }
}
