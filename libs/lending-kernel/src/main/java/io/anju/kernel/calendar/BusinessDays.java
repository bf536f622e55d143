package io.anju.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are working days: weekends and public holidays are not, except weekends worked to make up for a holiday
 * (调休). The State Council announces both each year, so they are data that the caller supplies.
 *
 * <p>Example: with 2026-10-01 to 2026-10-07 as holidays and Saturday 2026-10-10 as a make-up day, the first business day
 * from 2026-10-03 on is 2026-10-08, and 2026-10-10 is one too.
 *
 * @param holidays days off that are not weekends, or weekends that are holidays by name
 * @param makeUpDays weekend days that are worked
 */
public record BusinessDays(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

    /** Weekends only. */
    public static final BusinessDays WEEKENDS = new BusinessDays(Set.of(), Set.of());

    /** Copies, so that a calendar never changes under a rule that uses it. */
    public BusinessDays {
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
    }

    /** Whether banks work on that day. A day listed as holiday and as make-up day is a holiday. */
    public boolean isBusinessDay(LocalDate date) {
        if (holidays.contains(date)) {
            return false;
        }
        DayOfWeek day = date.getDayOfWeek();
        boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        return !weekend || makeUpDays.contains(date);
    }

    /** The date itself when banks work on it, else the next day on which they do. */
    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}
