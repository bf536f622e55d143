package io.anju.kernel.schedule;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.Accrual;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.Interest;
import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a loan stands in time: its {@link LoanState}, the period that is running, and the interest gathered in it.
 *
 * <p>A loan's life is a fold over this value: {@link #opening}, then {@link #bill}, {@link #repricedOn},
 * {@link #prepaidOn} and {@link #changedOn} in the order of their dates. {@link RepaymentSchedule} with events is that fold.
 *
 * <p>A date inside the running period splits it: each stretch carries the interest of its own days
 * ({@link SplitPeriod}), and the instalment's principal is that of a whole period at the newest rate. Worked example,
 * 1,000,000.00 yuan due on the 20th, repriced on 1 January: the instalment of 20 January carries 12 days at the old rate
 * and 19 at the new.
 *
 * @param state what the next due date needs
 * @param dueDates of the loan, counted from instalment 1
 * @param conventions customs of the product
 * @param startDate day on which the money was paid out
 * @param billed number of the last instalment billed; 0 at the start
 * @param periodStart first day of the running period: the last due date, or the start
 * @param accruedTo day up to which {@code accrual} has gathered; the start of the running period unless it is split
 * @param accrual interest of the running period gathered and not yet paid
 */
public record LoanPosition(
        LoanState state,
        DueDates dueDates,
        Conventions conventions,
        LocalDate startDate,
        int billed,
        LocalDate periodStart,
        LocalDate accruedTo,
        Accrual accrual) {

    /** An instalment and the loan once it is paid. */
    public record Billed(Instalment instalment, LoanPosition after) {}

    /** A prepayment and the loan once it is paid. */
    public record Prepayment(Prepaid prepaid, LoanPosition after) {}

    /** A loan just paid out. */
    public static LoanPosition opening(RepaymentTerms terms) {
        return opening(terms, terms.dueDates());
    }

    /** The same with due dates that holidays may move. */
    public static LoanPosition opening(RepaymentTerms terms, DueDates dueDates) {
        return at(terms.opening(), dueDates, terms.conventions(), terms.startDate(), 0);
    }

    /** A loan right after an instalment (0: at its start), from what is stored of it. */
    public static LoanPosition at(
            LoanState state, DueDates dueDates, Conventions conventions, LocalDate startDate, int billed) {
        LocalDate periodStart = billed == 0 ? startDate : dueDates.of(billed);
        return new LoanPosition(
                state, dueDates, conventions, startDate, billed, periodStart, periodStart, Accrual.NONE);
    }

    /** Due date of the next instalment. */
    public LocalDate nextDue() {
        return dueDates.of(billed + 1);
    }

    /** Whether a date lies in the running period: on its first day or later, before the next due date. */
    public boolean runsOn(LocalDate date) {
        return !date.isBefore(accruedTo) && date.isBefore(nextDue());
    }

    /**
     * Interest of the actual days since the last due date (or prepayment) up to a date, fen; the date itself not counted.
     *
     * @param date in the running period, or the next due date
     */
    public Result<Long, ScheduleRefusal> interestTo(LocalDate date) {
        return upTo(date).map(there -> there.accrual.fen());
    }

    /**
     * Another rate from a day of the running period on, that day included. A rate fixed anew as it was changes nothing,
     * so that the period stays whole.
     */
    public Result<LoanPosition, ScheduleRefusal> repricedOn(LocalDate date, AnnualRate rate) {
        return upTo(date)
                .map(there -> rate.equals(state.annualRate()) ? this : there.with(state.repriced(rate), there.accrual));
    }

    /**
     * Principal repaid on a day of the running period, the interest to that day paid with it.
     *
     * @param principal fen
     */
    public Result<Prepayment, ScheduleRefusal> prepaidOn(LocalDate date, long principal, PrepaymentOption option) {
        return upTo(date)
                .flatMap(there -> state.prepaid(principal, option)
                        .map(after -> new Prepayment(
                                new Prepaid(billed, date, principal, there.accrual.fen(), after.outstanding()),
                                there.with(after, Accrual.NONE))));
    }

    /**
     * Another plan from the next instalment on, agreed on a day of the running period. What follows from it beforehand is
     * {@link Outlook#of} of the answer: to simulate is to do it and not to keep it.
     */
    public Result<LoanPosition, ScheduleRefusal> changedOn(LocalDate date, PlanChange change) {
        if (state.left() == 0) {
            return Result.refused(new PlanRefusal.NothingLeft());
        }
        if (!runsOn(date)) {
            return Result.refused(new ScheduleRefusal.DateNotInPeriod(date, accruedTo, nextDue()));
        }
        return switch (change) {
            case PlanChange.MethodTo(Method method) ->
                state.methodChanged(method).map(this::with);
            case PlanChange.TermTo(int left) ->
                state.termChanged(left, RepaymentTerms.MAX_INSTALMENTS - billed).map(this::with);
            case PlanChange.Relief(int instalments) ->
                state.relieved(instalments).map(this::with);
            case PlanChange.DueDayTo(LocalDate nextDue, int dueDay) -> dueDayChanged(date, nextDue, dueDay);
        };
    }

    private Result<LoanPosition, ScheduleRefusal> dueDayChanged(LocalDate date, LocalDate nextDue, int dueDay) {
        if (!dueDates.mayFallOn(nextDue, dueDay)) {
            return Result.refused(new PlanRefusal.DueDayMismatch(nextDue, dueDay));
        }
        LocalDate latest = dueDates.of(billed + 2);
        if (!nextDue.isAfter(date) || nextDue.isAfter(latest)) {
            return Result.refused(new PlanRefusal.NextDueNotPossible(nextDue, date, latest));
        }
        DueDates moved = dueDates.moved(billed + 1, nextDue, dueDay);
        return Result.ok(
                new LoanPosition(state, moved, conventions, startDate, billed, periodStart, accruedTo, accrual));
    }

    /** The next instalment, paid on its due date. */
    public Billed bill() {
        LocalDate due = nextDue();
        Bill bill = state.bill(runningInterest());
        return new Billed(
                RepaymentSchedule.row(billed + 1, due, bill),
                new LoanPosition(bill.after(), dueDates, conventions, startDate, billed + 1, due, due, Accrual.NONE));
    }

    /** Interest that the next instalment carries, fen. */
    public long runningInterest() {
        if (accruedTo.isAfter(periodStart)) {
            return gathered(nextDue()).fen();
        }
        if (billed == 0) {
            return conventions
                    .firstPeriod()
                    .interest(state.outstanding(), state.annualRate(), startDate, dueDates, conventions.dayCount());
        }
        return isWhole() ? state.wholeInterest() : gathered(nextDue()).fen();
    }

    /** Whether the running period is a whole one: not so a broken first one, and one that begins or ends on a moved date. */
    private boolean isWhole() {
        return billed == 0
                ? FirstPeriod.isWhole(startDate, dueDates)
                : periodStart.equals(dueDates.agreed(billed)) && !dueDates.isMoved(billed + 1);
    }

    /**
     * Interest that the period before this one carried on a principal at a rate, fen. It ended where this one begins: the
     * due dates say nothing of it once they were moved.
     *
     * @param from its first day
     */
    public long chargedBefore(LocalDate from, long principal, AnnualRate rate) {
        if (billed > 0 && (dueDates.isMoved(billed) || billed > 1 && dueDates.isMoved(billed - 1))) {
            DayCount count = conventions.dayCount();
            return billed == 1
                    ? conventions.firstPeriod().broken(principal, rate, from, periodStart, count)
                    : Interest.forDays(principal, rate, count.days(from, periodStart), count);
        }
        var itsEnd = new DueDates(periodStart, periodStart.getDayOfMonth(), conventions.frequency());
        return conventions.firstPeriod().interest(principal, rate, from, itsEnd, conventions.dayCount());
    }

    /** All instalments that follow when nothing else happens. */
    public List<Instalment> remaining() {
        if (state.left() == 0) {
            return List.of();
        }
        Billed next = bill();
        List<Instalment> rows = new ArrayList<>(state.left());
        rows.add(next.instalment());
        rows.addAll(RepaymentSchedule.remaining(next.after().state, dueDates, billed + 2, conventions.dayCount()));
        return List.copyOf(rows);
    }

    private LoanPosition with(LoanState next) {
        return with(next, accrual);
    }

    private LoanPosition with(LoanState next, Accrual gathered) {
        return new LoanPosition(next, dueDates, conventions, startDate, billed, periodStart, accruedTo, gathered);
    }

    private Result<LoanPosition, ScheduleRefusal> upTo(LocalDate date) {
        if (date.isBefore(accruedTo) || date.isAfter(nextDue())) {
            return Result.refused(new ScheduleRefusal.DateNotInPeriod(date, accruedTo, nextDue()));
        }
        return Result.ok(
                date.equals(accruedTo)
                        ? this
                        : new LoanPosition(
                                state, dueDates, conventions, startDate, billed, periodStart, date, gathered(date)));
    }

    /** What has gathered and the interest of the days from there on. */
    private Accrual gathered(LocalDate until) {
        if (isWhole() && conventions.splitPeriod() == SplitPeriod.SHARE_OF_PERIOD) {
            Frequency frequency = conventions.frequency();
            int days = DayCount.ACT_365.days(accruedTo, until);
            int all = DayCount.ACT_365.days(periodStart, nextDue());
            return accrual.plus(
                    state.outstanding(),
                    state.annualRate(),
                    days * frequency.numerator(),
                    all * frequency.denominator());
        }
        DayCount count = conventions.dayCount();
        return accrual.plusDays(state.outstanding(), state.annualRate(), count.days(accruedTo, until), count);
    }
}
