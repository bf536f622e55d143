package io.anju.kernel.prepay;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.rate.Interest;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.PrepaymentOption;
import io.anju.kernel.schedule.ScheduleRefusal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day on which principal is repaid early, and what that costs on it.
 *
 * <p>民法典 第六百七十七条: 借款人提前返还借款的，除当事人另有约定外，应当按照实际借款的期间计算利息. So the interest of the actual days
 * since the last due date is paid with it, on all that is outstanding.
 *
 * <p>Who has paid the running instalment ahead has paid interest beyond the day: the interest of the days that remain, on
 * what is repaid now, is given back. Never more than the period charged on it: a month of 31 days was charged a twelfth
 * of the year, 30/360, and 31 days of 360 are more than that.
 *
 * <p>Worked example, 896,970.52 yuan at 3.5 %: paid ahead to 22 November and repaid on the 12th, 10 days, 872.05, are
 * given back; on 22 October, the first day of the period, its whole 2,616.16 and not the 2,703.37 of 31 days.
 *
 * @param position where the loan stands, nothing overdue in its outstanding principal
 * @param date on which it is paid; the day itself bears no interest
 * @param askedOn day on which the borrower gave notice
 * @param paidAhead the running instalment when it is paid already
 * @param overdue fen owed for earlier instalments on the date, fees, penalties and interest included: paid first
 * @param prepaidInYear principal repaid early before in the year of the free allowance, fen
 */
public record EarlyDay(
        LoanPosition position,
        LocalDate date,
        LocalDate askedOn,
        Optional<PaidAhead> paidAhead,
        long overdue,
        long prepaidInYear) {

    /** Asked for and paid on one day; nothing ahead, nothing overdue, the first in its year. */
    public static EarlyDay of(LoanPosition position, LocalDate date) {
        return new EarlyDay(position, date, date, Optional.empty(), 0, 0);
    }

    /** The same with notice given on another day. */
    public EarlyDay askedOn(LocalDate day) {
        return new EarlyDay(position, date, day, paidAhead, overdue, prepaidInYear);
    }

    /** The same with the running instalment paid, if it is. */
    public EarlyDay paidAhead(Optional<PaidAhead> instalment) {
        return new EarlyDay(position, date, askedOn, instalment, overdue, prepaidInYear);
    }

    /** The same with something overdue, fen. */
    public EarlyDay overdue(long fen) {
        return new EarlyDay(position, date, askedOn, paidAhead, fen, prepaidInYear);
    }

    /** The same with some of the year's free allowance used, fen. */
    public EarlyDay prepaidInYear(long fen) {
        return new EarlyDay(position, date, askedOn, paidAhead, overdue, fen);
    }

    /** Why it comes too soon. */
    Optional<PrepaymentRefusal> findRefusal(PrepaymentPolicy policy) {
        return date.isBefore(askedOn.plusDays(policy.noticeDays()))
                ? Optional.of(new PrepaymentRefusal.NoticeTooShort(askedOn, date, policy.noticeDays()))
                : Optional.empty();
    }

    /** Interest to pay with this principal, fen; negative when it is given back. */
    public Result<Long, PrepaymentRefusal> interest(long principal) {
        Optional<PaidAhead> running = paidAhead.filter(this::fallsInto);
        if (running.isPresent()) {
            return Result.ok(-givenBack(principal, running.get()));
        }
        return position.runsOn(date)
                ? position.interestTo(date).refusedAs(_ -> notInPeriod())
                : Result.refused(notInPeriod());
    }

    private boolean fallsInto(PaidAhead ahead) {
        return position.accruedTo().equals(position.periodStart())
                && date.isBefore(position.periodStart())
                && !date.isBefore(ahead.from());
    }

    private PrepaymentRefusal notInPeriod() {
        LocalDate first = paidAhead.map(PaidAhead::from).orElse(position.accruedTo());
        return new PrepaymentRefusal.DateNotInPeriod(date, first, position.nextDue());
    }

    private long givenBack(long principal, PaidAhead ahead) {
        DayCount count = position.conventions().dayCount();
        long ofDays = Interest.forDays(principal, ahead.rate(), count.days(date, position.periodStart()), count);
        return Math.min(ofDays, position.chargedBefore(ahead.from(), principal, ahead.rate()));
    }

    /** Compensation by the contract for this principal, fen. */
    long compensation(long principal, PrepaymentPolicy policy) {
        return policy.compensation()
                .on(principal, position.state().annualRate(), position.startDate(), date, prepaidInYear);
    }

    /**
     * The loan after it: at once, or from the due date of the instalment paid ahead.
     *
     * @param principal fen, all that is outstanding or less
     */
    public Result<LoanPosition, ScheduleRefusal> after(long principal, PrepaymentOption option) {
        LocalDate from = date.isBefore(position.accruedTo()) ? position.accruedTo() : date;
        return position.prepaidOn(from, principal, option).map(LoanPosition.Prepayment::after);
    }
}
