package io.anju.kernel.schedule;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.rate.Interest;
import io.anju.kernel.rate.PeriodRate;
import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Every instalment of one tranche, derived from its terms and events; never stored, never edited.
 *
 * <p>Rules that hold for every schedule:
 *
 * <ul>
 *   <li>principal parts and prepayments add up to the principal, and the last balance is 0;
 *   <li>the balance never rises and is never negative;
 *   <li>interest is rounded half-up once per instalment; the last instalment takes the residue of the principal;
 *   <li>total interest is the sum of the parts, so it differs from "instalment × n − principal" by that residue.
 * </ul>
 *
 * <p>Worked example, 1,000,000.00 yuan at 3.5 % over 360 months: instalment 4,490.45, balance after 60 of them
 * 896,970.52, last instalment 4,488.52, total interest 616,560.07. A calculator that multiplies the exact instalment by
 * 360 prints 616,560.88; one that multiplies the rounded one prints 616,562.00.
 *
 * @param terms what was agreed
 * @param instalments in order, at least one; fewer than agreed when a prepayment ended the loan or shortened its term
 * @param prepayments in order
 */
public record RepaymentSchedule(RepaymentTerms terms, List<Instalment> instalments, List<Prepaid> prepayments) {

    /** Most events that one schedule takes. */
    public static final int MAX_EVENTS = 2_000;

    /** Copies both lists. */
    public RepaymentSchedule {
        instalments = List.copyOf(instalments);
        prepayments = List.copyOf(prepayments);
    }

    /** The schedule of a loan to which nothing happens. */
    public static RepaymentSchedule of(RepaymentTerms terms) {
        return of(terms, terms.dueDates());
    }

    /**
     * The same with due dates that holidays may move, by the calendar as far as it is known: a period that begins or ends
     * on a moved date carries the interest of its actual days, and the principal of a whole one.
     */
    public static RepaymentSchedule of(RepaymentTerms terms, DueDates dueDates) {
        List<Instalment> rows = new ArrayList<>(terms.instalments());
        Conventions conventions = terms.conventions();
        Bill first = terms.opening()
                .bill(conventions
                        .firstPeriod()
                        .interest(
                                terms.principal(),
                                terms.annualRate(),
                                terms.startDate(),
                                dueDates,
                                conventions.dayCount()));
        rows.add(row(1, dueDates.of(1), first));
        addWhole(rows, first.after(), dueDates, 2, conventions.dayCount());
        return new RepaymentSchedule(terms, rows, List.of());
    }

    /**
     * The schedule with events applied, each at its number or date; those of one moment in the order given.
     *
     * <p>Replaying the same events gives the same schedule.
     */
    public static Result<RepaymentSchedule, ScheduleRefusal> of(
            RepaymentTerms terms, List<? extends ScheduleEvent> events) {
        if (events.isEmpty()) {
            return Result.ok(of(terms));
        }
        if (events.size() > MAX_EVENTS) {
            return Result.refused(new ScheduleRefusal.TooManyEvents(events.size(), MAX_EVENTS));
        }
        return new EventReplay(terms, events).run();
    }

    /**
     * The instalments that follow a state, all of whole periods but those that a holiday has moved: what is left of a loan
     * whose past is known only by its state.
     *
     * @param state to be billed next on the due date of {@code firstNumber}
     * @param dueDates of the loan, counted from its instalment 1
     * @param firstNumber number of the next instalment
     * @param dayCount days of periods that a holiday has moved
     */
    public static List<Instalment> remaining(LoanState state, DueDates dueDates, int firstNumber, DayCount dayCount) {
        List<Instalment> rows = new ArrayList<>(state.left());
        addWhole(rows, state, dueDates, firstNumber, dayCount);
        return List.copyOf(rows);
    }

    /**
     * What billing the state period by period gives, in one loop over plain numbers: no state and no bill is made on the
     * way, only rows.
     */
    private static void addWhole(
            List<Instalment> rows, LoanState from, DueDates dueDates, int firstNumber, DayCount dayCount) {
        PeriodRate rate = PeriodRate.of(from.annualRate(), from.frequency());
        long balance = from.outstanding();
        for (int left = from.left(), number = firstNumber; left > 0; left--, number++) {
            boolean interestOnly = from.left() - left < from.interestOnlyLeft();
            long interest = rate.interestOn(balance);
            long principal = from.method().principalPart(balance, from.instalment(), interest, left, interestOnly);
            if (dueDates.isMoved(number) || dueDates.isMoved(number - 1)) {
                int days = dayCount.days(dueDates.of(number - 1), dueDates.of(number));
                interest = Interest.forDays(balance, from.annualRate(), days, dayCount);
            }
            balance -= principal;
            rows.add(new Instalment(number, dueDates.of(number), principal, interest, balance));
        }
    }

    static Instalment row(int number, LocalDate dueDate, Bill bill) {
        return new Instalment(
                number, dueDate, bill.principal(), bill.interest(), bill.after().outstanding());
    }

    /** Interest of all instalments and prepayments, fen. */
    public long totalInterest() {
        long total = 0;
        for (Instalment instalment : instalments) {
            total += instalment.interest();
        }
        for (Prepaid prepaid : prepayments) {
            total += prepaid.interest();
        }
        return total;
    }

    /** Everything that is paid, fen. */
    public long totalAmount() {
        return terms.principal() + totalInterest();
    }

    /** Instalment 1. */
    public Instalment first() {
        return instalments.getFirst();
    }

    /** The last instalment, which takes the residue. */
    public Instalment last() {
        return instalments.getLast();
    }

    /** The instalment of that number. */
    public Result<Instalment, ScheduleRefusal> number(int number) {
        return number < 1 || number > instalments.size()
                ? Result.refused(new ScheduleRefusal.NoSuchInstalment(number, instalments.size()))
                : Result.ok(instalments.get(number - 1));
    }
}
