package io.anju.repayment.loan.model;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.schedule.RepaymentTerms;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What was signed: whose loan it is and on which terms. Never changes, except that a payout which comes late moves the
 * start, and that an amendment may set the rate another way.
 *
 * @param tranche from 1: each tranche of an application is a loan of its own
 * @param payee the payee's reference at the rail
 * @param calendar business days as far as they are known; they move due dates where the conditions say so, and nothing
 *     else. No part of what was signed: it is entered ahead, year by year, and days that are over stay as they were
 */
public record Agreement(
        UUID id,
        UUID customerId,
        UUID applicationId,
        UUID contractId,
        int tranche,
        RepaymentTerms terms,
        Conditions conditions,
        RateBasis basis,
        String payee,
        BusinessDays calendar) {

    /** One whose due dates move for weekends at most: no holiday is known. */
    public Agreement(
            UUID id,
            UUID customerId,
            UUID applicationId,
            UUID contractId,
            int tranche,
            RepaymentTerms terms,
            Conditions conditions,
            RateBasis basis,
            String payee) {
        this(
                id,
                customerId,
                applicationId,
                contractId,
                tranche,
                terms,
                conditions,
                basis,
                payee,
                BusinessDays.WEEKENDS);
    }

    /** Its instalments are counted as its conditions say. */
    public Agreement {
        if (!terms.conventions().equals(conditions.conventions())) {
            throw new IllegalArgumentException(terms.conventions() + " are not " + conditions.conventions());
        }
    }

    /** The first day after a date on which its rate is fixed anew; empty for a fixed rate. */
    public Optional<LocalDate> repricingAfter(LocalDate date) {
        return basis.repricingDays(conditions.repricingDay(), terms.startDate()).map(days -> days.after(date));
    }

    /** The same agreement, its rate set another way. */
    Agreement amended(RateBasis other) {
        return new Agreement(
                id, customerId, applicationId, contractId, tranche, terms, conditions, other, payee, calendar);
    }

    /**
     * The same agreement, the money having been paid out later than planned. Its due dates stay, unless the first is over
     * by then: it is the due day of the month after the start (of fortnights the fourteenth day after it), as it was when it
     * was agreed, and the others follow.
     */
    Agreement startingOn(LocalDate date) {
        LocalDate firstDue = date.isBefore(terms.firstDueDate())
                ? terms.firstDueDate()
                : DueDates.firstAfter(date, terms.dueDay(), terms.conventions().frequency());
        RepaymentTerms moved = new RepaymentTerms(
                terms.principal(),
                terms.annualRate(),
                terms.instalments(),
                terms.method(),
                terms.interestOnly(),
                date,
                firstDue,
                terms.dueDay(),
                terms.conventions());
        return new Agreement(
                id, customerId, applicationId, contractId, tranche, moved, conditions, basis, payee, calendar);
    }

    /** When instalments fall due: as agreed, or moved for holidays where the conditions say so. */
    public DueDates dueDates() {
        return terms.dueDates().under(conditions.late().holidays(), calendar);
    }
}
