package io.anju.care.calendar;

import io.anju.care.calendar.model.CalendarYear;
import io.anju.kit.event.DomainEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;

/**
 * Data of {@code anju.calendar.announced.v1}: a year's days off and make-up days are in force.
 *
 * @param from what held of the year's days before this one stays
 */
@RegisterForReflection
record CalendarAnnounced(int year, String source, LocalDate from, List<DayOff> daysOff, List<LocalDate> makeUpDays) {

    @RegisterForReflection
    record DayOff(LocalDate date, String name) {}

    static DomainEvent of(CalendarYear calendar, LocalDate from) {
        var daysOff = calendar.daysOff().stream()
                .map(day -> new DayOff(day.date(), day.name()))
                .toList();
        return new DomainEvent(
                "anju.calendar.announced.v1",
                String.valueOf(calendar.year()),
                new CalendarAnnounced(calendar.year(), calendar.source(), from, daysOff, calendar.makeUpDays()));
    }
}
