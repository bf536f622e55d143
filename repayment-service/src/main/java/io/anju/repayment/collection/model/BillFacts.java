package io.anju.repayment.collection.model;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Instalment;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Conditions;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What was billed; amounts in fen. It changes by nothing but that a prepayment is taken back which was there when it was
 * billed, and that the bank itself holds up its payment.
 *
 * @param lastInTime last day on which paying it is in time: the due date, moved for a holiday as the contract says
 * @param rate contract rate when it was billed; lateness is charged by it
 * @param late what the contract of its loan says of paying late
 */
public record BillFacts(
        UUID loanId,
        int number,
        LocalDate dueDate,
        LocalDate lastInTime,
        long principal,
        long interest,
        AnnualRate rate,
        LateRule late) {

    /** Of an instalment of a loan, at the rate in force when it is billed, by the calendar that is known then. */
    public static BillFacts of(Agreement of, Instalment row, AnnualRate rate, BusinessDays calendar) {
        Conditions.Late late = of.conditions().late();
        return new BillFacts(
                of.id(),
                row.number(),
                row.dueDate(),
                late.lastDayInTime(row.dueDate(), calendar),
                row.principal(),
                row.interest(),
                rate,
                late.rule());
    }

    /** The same instalment as it would have been billed; the days on which it may be paid stay. */
    public BillFacts rebilled(Instalment row, AnnualRate otherRate) {
        return new BillFacts(loanId, number, dueDate, lastInTime, row.principal(), row.interest(), otherRate, late);
    }

    /** What fell due. */
    public long amount() {
        return principal + interest;
    }

    /** Last day on which paying it costs nothing and is not reported. */
    public LocalDate lastOfGrace() {
        return lastInTime.plusDays(late.graceDays());
    }

    /** First day on which it is overdue. */
    public LocalDate overdueFrom() {
        return lastOfGrace().plusDays(1);
    }

    BillFacts withLastInTime(LocalDate day) {
        return new BillFacts(loanId, number, dueDate, day, principal, interest, rate, late);
    }
}
