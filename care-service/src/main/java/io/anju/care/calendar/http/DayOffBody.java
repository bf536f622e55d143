package io.anju.care.calendar.http;

import io.anju.care.calendar.model.CalendarYear;
import io.anju.care.calendar.model.CalendarYear.DayOff;
import io.anju.kit.time.CivilDate;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day off.
 *
 * @param name of its holiday, in the notice's words
 */
@RegisterForReflection
public record DayOffBody(
        @NotNull @CivilDate LocalDate date,

        @NotBlank @Size(max = 40) @Schema(examples = "春节") String name) {

    static List<DayOffBody> of(CalendarYear calendar) {
        return calendar.daysOff().stream()
                .map(day -> new DayOffBody(day.date(), day.name()))
                .toList();
    }

    DayOff toModel() {
        return new DayOff(date, name.strip());
    }
}
