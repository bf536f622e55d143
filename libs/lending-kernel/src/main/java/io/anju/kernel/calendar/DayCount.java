package io.anju.kernel.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How the days between two dates are counted and how many of them make a year.
 *
 * <p>The first day counts, the last does not (算头不算尾): from 7 March to 20 April are 44 days. Interest of a broken
 * period is {@code principal × annual rate × days / yearDays}.
 *
 * <p>Worked example, 1,000,000.00 yuan at 3.5 % from 2026-03-07 to 2026-04-20: 44 days of {@link #ACT_360} give
 * 4,277.78; 43 days of {@link #THIRTY_360} give 4,180.56; 44 days of {@link #ACT_365} give 4,219.18.
 */
public enum DayCount {

    /** Actual days, the year 360 of them: 日利率 = 年利率 / 360, what the central bank's rules use (银发〔2003〕251号). */
    ACT_360(360),

    /** Actual days, the year 365 of them, in leap years too. */
    ACT_365(365),

    /** Every month 30 days (the 31st counts as the 30th), the year 360: whole months count a twelfth each. */
    THIRTY_360(360);

    private final int yearDays;

    DayCount(int yearDays) {
        this.yearDays = yearDays;
    }

    /** Days that make a year. */
    public int yearDays() {
        return yearDays;
    }

    /**
     * Days from the first date, which counts, to the last, which does not.
     *
     * @throws IllegalArgumentException when the dates are in the wrong order
     */
    public int days(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
        return switch (this) {
            case ACT_360, ACT_365 -> Math.toIntExact(ChronoUnit.DAYS.between(from, to));
            case THIRTY_360 -> thirties(from, to);
        };
    }

    private static int thirties(LocalDate from, LocalDate to) {
        int months = (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
        return months * 30 + Math.min(to.getDayOfMonth(), 30) - Math.min(from.getDayOfMonth(), 30);
    }
}
