package io.anju.repayment.calendar;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calendar as it stands, for bills that are made now. Read with the transaction that makes them, a few dozen rows, so
 * that a notice of the State Council counts from the moment in which it is heard of.
 */
@ApplicationScoped
public class Calendars {

    private static final int DAYS = 400;

    /** Those of a century. */
    private static final int MOST = 10_000;

    /** Working days and holidays around a day: as far back as runs are caught up, as far ahead as anything is billed. */
    public Uni<BusinessDays> around(Tx tx, LocalDate day) {
        return tx.select(
                        "select day, kind from calendar_day where day between $1 and $2",
                        day.minusDays(DAYS),
                        day.plusDays(DAYS))
                .map(rows -> new BusinessDays(days(rows, "HOLIDAY"), days(rows, "MAKE_UP")));
    }

    /** All days off and make-up days that were ever entered: some dozens a year. */
    public Uni<BusinessDays> whole(Tx tx) {
        return tx.select("select day, kind from calendar_day order by day desc limit " + MOST)
                .map(rows -> new BusinessDays(days(rows, "HOLIDAY"), days(rows, "MAKE_UP")));
    }

    /**
     * A day that is not what its weekday says.
     *
     * @param kind HOLIDAY or MAKE_UP
     */
    public record Day(LocalDate date, String kind, String name) {}

    /**
     * Puts these days in place of those that are kept from {@code from} to {@code to}; of these, what lies outside does not count.
     * Bills that are made already keep their last day in time.
     */
    public Uni<Void> replace(Tx tx, LocalDate from, LocalDate to, List<Day> days, String source) {
        var entries = new JsonArray();
        days.forEach(day -> entries.add(new JsonObject()
                .put("day", day.date().toString())
                .put("kind", day.kind())
                .put("name", day.name())));
        return tx.update("DELETE FROM calendar_day WHERE day BETWEEN $1 AND $2", from, to)
                .chain(() -> tx.update("""
                        INSERT INTO calendar_day (day, kind, name, source)
                        SELECT cast(entry ->> 'day' AS date), entry ->> 'kind', entry ->> 'name', $2
                        FROM jsonb_array_elements(cast(cast($1 AS text) AS jsonb)) AS listed (entry)
                        WHERE cast(entry ->> 'day' AS date) BETWEEN $3 AND $4
                        """, entries.encode(), source, from, to))
                .replaceWithVoid();
    }

    private static Set<LocalDate> days(List<@Nullable Object[]> rows, String kind) {
        return rows.stream()
                .filter(row -> kind.equals(row[1]))
                .map(row -> (LocalDate) row[0])
                .collect(Collectors.toUnmodifiableSet());
    }
}
