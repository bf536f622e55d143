package io.anju.care.calendar.http;

import io.anju.care.calendar.YearInForce;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a year.
 *
 * @param announced whether every day off is known; while it is not, any day of the year may be one
 * @param source the notice; null where the year is not announced
 */
@RegisterForReflection
public record YearView(
        int year, boolean announced, @Nullable String source, List<DayOffBody> daysOff, List<LocalDate> makeUpDays) {

    static YearView of(YearInForce found) {
        var calendar = found.calendar();
        return new YearView(
                calendar.year(),
                found.announced(),
                found.announced() ? calendar.source() : null,
                DayOffBody.of(calendar),
                calendar.makeUpDays());
    }
}
