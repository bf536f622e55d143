package io.anju.kernel.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/**
 * How often an instalment falls due, and which part of a year a whole period is for the interest.
 *
 * <p>A whole month is a twelfth of a year whatever its length (月利率 = 年利率 / 12), so that instalments are level. A
 * fortnight has no such custom: it is 14 days of a year of 360.
 */
public enum Frequency {

    /** Every month on the due day. */
    MONTHLY(1, 12),

    /** Every third month on the due day. */
    QUARTERLY(3, 12),

    /** Every 14 days from the first due date; the due day is not used. */
    FORTNIGHTLY(14, 360);

    private final int numerator;
    private final int denominator;

    Frequency(int numerator, int denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** Part of a year that one whole period is: the numerator of the fraction. */
    public int numerator() {
        return numerator;
    }

    /** Part of a year that one whole period is: the denominator of the fraction. */
    public int denominator() {
        return denominator;
    }

    /** Periods in a year, rounded down, for turning a rate per period into one per year. */
    public int perYear() {
        return switch (this) {
            case MONTHLY -> 12;
            case QUARTERLY -> 4;
            case FORTNIGHTLY -> 26;
        };
    }

    /**
     * Whole periods that a term in months has: what is agreed in months is repaid in so many instalments. 26 fortnights
     * make a year of 364 days, so that 360 months are 780 fortnights.
     *
     * @param months at least 0
     */
    public int instalments(int months) {
        return switch (this) {
            case MONTHLY -> months;
            case QUARTERLY -> months / 3;
            case FORTNIGHTLY -> Math.multiplyExact(months, 26) / 12;
        };
    }

    /** Months that a term of so many instalments has: {@link #instalments} the other way round. */
    public int months(int instalments) {
        return switch (this) {
            case MONTHLY -> instalments;
            case QUARTERLY -> 3 * instalments;
            case FORTNIGHTLY -> Math.ceilDiv(Math.multiplyExact(instalments, 12), 26);
        };
    }

    /** The date that many periods after another, on the due day or, where the month lacks it, on the month's last. */
    LocalDate step(LocalDate from, int periods, int dueDay) {
        return switch (this) {
            case MONTHLY -> onDay(from, periods, dueDay);
            case QUARTERLY -> onDay(from, 3 * periods, dueDay);
            case FORTNIGHTLY -> from.plusDays(14L * periods);
        };
    }

    private static LocalDate onDay(LocalDate from, int months, int dueDay) {
        long month = from.getYear() * 12L + from.getMonthValue() - 1 + months;
        int year = Math.toIntExact(Math.floorDiv(month, 12));
        Month ofYear = Month.of(Math.floorMod(month, 12) + 1);
        return LocalDate.of(year, ofYear, Math.min(dueDay, ofYear.length(Year.isLeap(year))));
    }
}
