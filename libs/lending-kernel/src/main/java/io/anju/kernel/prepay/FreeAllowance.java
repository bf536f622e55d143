package io.anju.kernel.prepay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Principal that may be repaid early every year without compensation.
 *
 * <p>Worked example, 100,000.00 yuan each year of the loan, which began on 2026-03-07: of 250,000.00 repaid on 2026-09-01
 * compensation is owed for 150,000.00; 100,000.00 more are free from 2027-03-07.
 *
 * @param perYear fen; 0 for none
 * @param year which year it is for
 */
public record FreeAllowance(long perYear, Year year) {

    /** Nothing free. */
    public static final FreeAllowance NONE = new FreeAllowance(0, Year.OF_THE_LOAN);

    /** When a year begins. */
    public enum Year {
        /** On the day of the year on which the loan began. */
        OF_THE_LOAN,
        /** On 1 January. */
        OF_THE_CALENDAR
    }

    /** First day of the year that a date lies in: what was repaid early since then counts against the allowance. */
    public LocalDate yearBegins(LocalDate startDate, LocalDate date) {
        return switch (year) {
            case OF_THE_LOAN -> startDate.plusYears(ChronoUnit.YEARS.between(startDate, date));
            case OF_THE_CALENDAR -> date.withDayOfYear(1);
        };
    }

    /** What of a principal is beyond the allowance, fen. */
    long beyond(long principal, long prepaidInYear) {
        return Math.max(0, principal - Math.max(0, perYear - prepaidInYear));
    }
}
