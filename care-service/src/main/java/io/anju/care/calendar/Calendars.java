package io.anju.care.calendar;

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

    /** Working days and holidays around {@code day}: as far back and ahead as any deadline of this service reaches. */
    public Uni<BusinessDays> around(Tx tx, LocalDate day) {
        return tx.select(
                        "select day, kind from calendar_day where day between $1 and $2",
                        day.minusDays(DAYS_AHEAD),
                        day.plusDays(DAYS_AHEAD))
                .map(rows -> new BusinessDays(days(rows, "HOLIDAY"), days(rows, "MAKE_UP")));
    }

    private static Set<LocalDate> days(List<@Nullable Object[]> rows, String kind) {
        return rows.stream()
                .filter(row -> kind.equals(row[1]))
                .map(row -> (LocalDate) row[0])
                .collect(Collectors.toUnmodifiableSet());
    }
}
