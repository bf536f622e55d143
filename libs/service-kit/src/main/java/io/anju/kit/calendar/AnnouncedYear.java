package io.anju.kit.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data of {@code anju.calendar.announced.v1}: the public holidays of a year, as two officers of care-service entered them.
 *
 * @param source the State Council's notice
 * @param from what holds of the days before stays; null for the whole year
 * @param makeUpDays weekend days that are worked
 */
@RegisterForReflection
public record AnnouncedYear(
        int year, String source, @Nullable LocalDate from, List<DayOff> daysOff, List<LocalDate> makeUpDays) {

    /** Type of the event. */
    public static final String TYPE = "anju.calendar.announced.v1";

    /** A day on which nobody works, with the holiday's name. */
    @RegisterForReflection
    public record DayOff(LocalDate date, String name) {}

    LocalDate first() {
        return from == null ? LocalDate.of(year, 1, 1) : from;
    }

    LocalDate last() {
        return LocalDate.of(year, 12, 31);
    }
}
