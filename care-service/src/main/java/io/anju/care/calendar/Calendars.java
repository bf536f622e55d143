package io.anju.care.calendar;

import io.anju.care.calendar.model.AnnouncedDays;
import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calendar as it stands, for rules that take it as an argument. */
@ApplicationScoped
public class Calendars {

    private static final int DAYS_AHEAD = 400;

    // A year that is complete stands in the list by its first day.
    private static final String DAYS_AND_YEARS = """
            select day, kind from calendar_day where day between $1 and $2
            union all select make_date(year, 1, 1), 'COMPLETE' from calendar_year
            """;

    private final CalendarConfig config;

    Calendars(CalendarConfig config) {
        this.config = config;
    }

    /** Working days and holidays around {@code day}: as far back and ahead as any deadline of this service reaches. */
    public Uni<BusinessDays> around(Tx tx, LocalDate day) {
        return announcedAround(tx, day).map(AnnouncedDays::days);
    }

    /** The same, with how far it can be relied on. */
    public Uni<AnnouncedDays> announcedAround(Tx tx, LocalDate day) {
        return tx.select(DAYS_AND_YEARS, day.minusDays(DAYS_AHEAD), day.plusDays(DAYS_AHEAD))
                .map(rows -> new AnnouncedDays(
                        new BusinessDays(days(rows, "HOLIDAY"), days(rows, "MAKE_UP")),
                        days(rows, "COMPLETE").stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet()),
                        config.openEnded()));
    }

    private static Set<LocalDate> days(List<@Nullable Object[]> rows, String kind) {
        return rows.stream()
                .filter(row -> kind.equals(row[1]))
                .map(row -> (LocalDate) row[0])
                .collect(Collectors.toUnmodifiableSet());
    }
}
