package io.anju.care.calendar.model;

import io.anju.kernel.calendar.BusinessDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * A calendar that knows how far it goes. The State Council announces a year's days off in the autumn before, so that no
 * calendar is complete for ever.
 *
 * @param days what is known
 * @param years of which everything is known
 * @param openEnded days of other years count as known too, weekends being all their days off: for a development stack,
 *     which lives twenty-five years of a loan in a minute
 */
public record AnnouncedDays(BusinessDays days, Set<Integer> years, boolean openEnded) {

    public AnnouncedDays {
        years = Set.copyOf(years);
    }

    /** What the day is. A holiday is one in any year: the statutory ones are known long ahead. */
    public DayKind kindOf(LocalDate day) {
        if (days.holidays().contains(day)) {
            return DayKind.PUBLIC_HOLIDAY;
        }
        return knows(day) ? DayKind.ORDINARY : DayKind.NOT_ANNOUNCED;
    }

    /** Whether banks are known to work on that day. */
    public boolean isKnownBusinessDay(LocalDate day) {
        return knows(day) && days.isBusinessDay(day);
    }

    /**
     * How many days from {@code today} on are known, today among them: with 2026 known and 2027 not, 32 on 30 November
     * 2026, 1 on New Year's Eve, 0 on New Year's Day.
     */
    public long daysKnownFrom(LocalDate today) {
        var year = today.getYear();
        while (years.contains(year)) {
            year++;
        }
        return Math.max(0, ChronoUnit.DAYS.between(today, LocalDate.of(year, 1, 1)));
    }

    private boolean knows(LocalDate day) {
        return openEnded || years.contains(day.getYear());
    }
}
