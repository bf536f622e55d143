package io.anju.care.calendar.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A year's calendar as the State Council announces it.
 *
 * @param year of the calendar
 * @param source the notice, by its title or number
 * @param daysOff each of them, weekends among them
 * @param makeUpDays weekend days that are worked instead (调休)
 */
public record CalendarYear(int year, String source, List<DayOff> daysOff, List<LocalDate> makeUpDays) {

    /**
     * A day off.
     *
     * @param name of the holiday, as the notice says it: 元旦, 春节, …
     */
    public record DayOff(LocalDate date, String name) {}

    public CalendarYear {
        daysOff = List.copyOf(daysOff);
        makeUpDays = List.copyOf(makeUpDays);
    }

    public Set<LocalDate> holidays() {
        return daysOff.stream().map(DayOff::date).collect(Collectors.toUnmodifiableSet());
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year, 12, 31);
    }

    /** What is wrong with the list itself, the first that applies. */
    public Optional<CalendarRefusal> fault() {
        return Stream.of(outOfYear(), twice(), makeUpOnWorkdays(), missing())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Stream<LocalDate> days() {
        return Stream.concat(daysOff.stream().map(DayOff::date), makeUpDays.stream());
    }

    private Optional<CalendarRefusal> outOfYear() {
        var others = days().filter(day -> day.getYear() != year).sorted().toList();
        return refusedFor(others, new CalendarRefusal.OutOfYear(year, others));
    }

    private Optional<CalendarRefusal> twice() {
        var seen = new HashSet<LocalDate>();
        var again = days().filter(day -> !seen.add(day)).sorted().distinct().toList();
        return refusedFor(again, new CalendarRefusal.DayTwice(again));
    }

    /** A working day that is worked makes up for nothing: the date is a slip. */
    private Optional<CalendarRefusal> makeUpOnWorkdays() {
        var workdays =
                makeUpDays.stream().filter(day -> !isWeekend(day)).sorted().toList();
        return refusedFor(workdays, new CalendarRefusal.MakeUpNotWeekend(workdays));
    }

    private Optional<CalendarRefusal> missing() {
        var holidays = holidays();
        var missing = new ArrayList<String>();
        for (var holiday : StatutoryHoliday.values()) {
            holiday.datesIn(year)
                    .filter(day -> !holidays.contains(day))
                    .map(LocalDate::toString)
                    .forEach(missing::add);
            if (named(holiday.title()) < holiday.days()) {
                missing.add(holiday.title());
            }
        }
        return refusedFor(missing, new CalendarRefusal.Incomplete(missing));
    }

    private long named(String title) {
        return daysOff.stream().filter(day -> day.name().equals(title)).count();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Optional<CalendarRefusal> refusedFor(List<?> faults, CalendarRefusal refusal) {
        return faults.isEmpty() ? Optional.empty() : Optional.of(refusal);
    }
}
