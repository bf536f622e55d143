package io.anju.repayment.collection.model;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Instalment;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Conditions;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was billed; amounts in fen. It changes by nothing but that a prepayment is taken back which was there when it was
 * billed, and that the bank itself holds up its payment.
 *
 * @param lastInTime last day on which paying it is in time: the due date, moved for a holiday as the contract says
 * @param rate contract rate when it was billed; lateness is charged by it until another one comes
 * @param since contract rates that came into force from its due date on, in the order in which they became known
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
        List<RateStep> since,
        LateRule late) {

    /** Copies the rates. */
    public BillFacts {
        since = List.copyOf(since);
    }

    /** No other rate having come. Parameters as the record's. */
    public BillFacts(
            UUID loanId,
            int number,
            LocalDate dueDate,
            LocalDate lastInTime,
            long principal,
            long interest,
            AnnualRate rate,
            LateRule late) {
        this(loanId, number, dueDate, lastInTime, principal, interest, rate, List.of(), late);
    }

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
        return new BillFacts(
                loanId, number, dueDate, lastInTime, row.principal(), row.interest(), otherRate, since, late);
    }

    /** The same instalment, rates having come since; what they say of days before its due date says nothing of it. */
    public BillFacts following(List<RateStep> steps) {
        List<RateStep> all = Stream.concat(
                        since.stream(),
                        steps.stream().filter(step -> !step.date().isBefore(dueDate)))
                .toList();
        return new BillFacts(loanId, number, dueDate, lastInTime, principal, interest, rate, all, late);
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
        return new BillFacts(loanId, number, dueDate, day, principal, interest, rate, since, late);
    }
}
