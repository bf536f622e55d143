package io.anju.kernel.schedule;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.Accrual;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.Interest;
import java.time.LocalDate;

/**
 * What interest the first period carries when it is not exactly one whole period: a product parameter that the contract
 * prints.
 *
 * <p>1,000,000.00 yuan at 3.5 %, paid out on 2026-03-07, first due on 2026-04-20: 4,277.78 by {@link #ACTUAL_DAYS} (44
 * days), 4,180.56 by {@link #WHOLE_MONTHS_AND_DAYS} (one month to 04-07 and 13 days).
 *
 * <p>A first period that is one whole period, such as 2026-11-22 to 2026-12-22 or 2026-01-31 to 2026-02-28 on due day
 * 31, is not broken and carries a twelfth of the year under either.
 */
public enum FirstPeriod {

    /** Every day counts: annual rate / 360 (or 365) times the actual days. */
    ACTUAL_DAYS,

    /** As many whole months as fit, a twelfth of the year each, and the odd days after them. */
    WHOLE_MONTHS_AND_DAYS;

    /** Interest of the first period in fen, broken or whole. */
    long interest(long principal, AnnualRate rate, LocalDate start, DueDates dueDates, DayCount dayCount) {
        return isWhole(start, dueDates)
                ? Interest.forPeriod(principal, rate, dueDates.frequency())
                : broken(principal, rate, start, dueDates.of(1), dayCount);
    }

    /** Interest of a first period that is not a whole one, fen. */
    long broken(long principal, AnnualRate rate, LocalDate start, LocalDate due, DayCount dayCount) {
        return switch (this) {
            case ACTUAL_DAYS -> Interest.forDays(principal, rate, dayCount.days(start, due), dayCount);
            case WHOLE_MONTHS_AND_DAYS -> monthsAndDays(principal, rate, start, due, dayCount);
        };
    }

    /** Whether a first period from that day is a whole one. */
    static boolean isWhole(LocalDate start, DueDates dueDates) {
        return !dueDates.isMoved(1) && isWholeAsAgreed(start, dueDates);
    }

    private static boolean isWholeAsAgreed(LocalDate start, DueDates dueDates) {
        return start.equals(dueDates.wholePeriodStart()) || wholeFrom(start, dueDates);
    }

    /** From 31 January to 28 February on due day 28 is a month too, though one month back from the 28th is the 28th. */
    private static boolean wholeFrom(LocalDate start, DueDates dueDates) {
        return switch (dueDates.frequency()) {
            case MONTHLY -> start.plusMonths(1).equals(dueDates.first());
            case QUARTERLY -> start.plusMonths(3).equals(dueDates.first());
            case FORTNIGHTLY -> false;
        };
    }

    private static long monthsAndDays(
            long principal, AnnualRate rate, LocalDate start, LocalDate due, DayCount dayCount) {
        int months = wholeMonths(start, due);
        int days = dayCount.days(start.plusMonths(months), due);
        return Accrual.NONE
                .plus(principal, rate, months, Frequency.MONTHLY.denominator())
                .plusDays(principal, rate, days, dayCount)
                .fen();
    }

    /** Whole months that fit, where the last day of a shorter month completes one (民法典 202). */
    private static int wholeMonths(LocalDate start, LocalDate due) {
        int months = (due.getYear() - start.getYear()) * 12 + due.getMonthValue() - start.getMonthValue();
        return start.plusMonths(months).isAfter(due) ? months - 1 : months;
    }
}
