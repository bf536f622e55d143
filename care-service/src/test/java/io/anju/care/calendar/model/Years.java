package io.anju.care.calendar.model;

import io.anju.care.calendar.model.CalendarYear.DayOff;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** Calendars of years. The days of the lunar holidays are made up: nobody computes them here. */
public final class Years {

    private Years() {}

    /** Every statutory day, and the first Saturday of September worked. */
    public static CalendarYear complete(int year) {
        var daysOff = Stream.of(
                        "元旦 01-01",
                        "春节 02-10",
                        "春节 02-11",
                        "春节 02-12",
                        "春节 02-13",
                        "清明节 04-05",
                        "劳动节 05-01",
                        "劳动节 05-02",
                        "端午节 06-20",
                        "中秋节 09-20",
                        "国庆节 10-01",
                        "国庆节 10-02",
                        "国庆节 10-03")
                .map(text -> text.split(" "))
                .map(parts -> new DayOff(LocalDate.parse(year + "-" + parts[1]), parts[0]))
                .toList();
        return new CalendarYear(year, "a notice", daysOff, List.of(workedSaturday(year)));
    }

    public static LocalDate workedSaturday(int year) {
        return LocalDate.of(year, 9, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.SATURDAY));
    }

    /** The same without a day off. */
    static CalendarYear without(CalendarYear calendar, String day) {
        return new CalendarYear(
                calendar.year(),
                calendar.source(),
                calendar.daysOff().stream()
                        .filter(off -> !off.date().equals(LocalDate.parse(day)))
                        .toList(),
                calendar.makeUpDays());
    }

    /** The same with one more day off. */
    static CalendarYear with(CalendarYear calendar, String day, String name) {
        var more = Stream.of(new DayOff(LocalDate.parse(day), name));
        return new CalendarYear(
                calendar.year(),
                calendar.source(),
                Stream.concat(calendar.daysOff().stream(), more).toList(),
                calendar.makeUpDays());
    }

    /** The same with one more day that is worked. */
    static CalendarYear worked(CalendarYear calendar, String day) {
        return new CalendarYear(
                calendar.year(),
                calendar.source(),
                calendar.daysOff(),
                Stream.concat(calendar.makeUpDays().stream(), Stream.of(LocalDate.parse(day)))
                        .toList());
    }
}
