package io.anju.repayment.calendar.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.repayment.calendar.Calendars;
import io.anju.repayment.calendar.Calendars.Day;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hears of a year's public holidays from care-service, where two officers enter them: bills go by the same days. */
@ApplicationScoped
class HolidaysAnnounced implements EventHandler {

    /** @param from what holds of the days before stays; the whole year where it is not said */
    @RegisterForReflection
    record Data(int year, String source, @Nullable LocalDate from, List<DayOff> daysOff, List<LocalDate> makeUpDays) {}

    @RegisterForReflection
    record DayOff(LocalDate date, String name) {}

    private final Calendars calendars;

    HolidaysAnnounced(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.calendar.announced.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var data = event.dataAs(Data.class);
        var from = data.from() == null ? LocalDate.of(data.year(), 1, 1) : data.from();
        var days = Stream.concat(
                        data.daysOff().stream().map(day -> new Day(day.date(), "HOLIDAY", day.name())),
                        data.makeUpDays().stream().map(day -> new Day(day, "MAKE_UP", "调休")))
                .toList();
        return calendars.replace(tx, from, LocalDate.of(data.year(), 12, 31), days, data.source());
    }
}
