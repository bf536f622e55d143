package io.anju.kit.calendar;

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
 * The calendar as it stands, in the table {@code calendar_day} of the service that computes with it. Read with the transaction
 * that uses it, a few dozen rows, so that a notice of the State Council counts from the moment in which it is heard of.
 */
@ApplicationScoped
public class PublicHolidays {

    private static final int DAYS = 400;

    /** Those of a century. */
    private static final int MOST = 10_000;

    private static final String KEEP = """
            insert into calendar_day (day, kind, name, source)
            select cast(entry ->> 'day' as date), entry ->> 'kind', entry ->> 'name', $2
            from jsonb_array_elements(cast(cast($1 as text) as jsonb)) as listed (entry)
            where cast(entry ->> 'day' as date) between $3 and $4
            """;

    /** Working days and holidays around a day: as far back as work is caught up, as far ahead as anything is billed. */
    public Uni<BusinessDays> around(Tx tx, LocalDate day) {
        return tx.select(
                        "select day, kind from calendar_day where day between $1 and $2",
                        day.minusDays(DAYS),
                        day.plusDays(DAYS))
                .map(PublicHolidays::read);
    }

    /** All days off and make-up days that were ever entered: some dozens a year. */
    public Uni<BusinessDays> whole(Tx tx) {
        return tx.select("select day, kind from calendar_day order by day desc limit " + MOST)
                .map(PublicHolidays::read);
    }

    /** Puts the days of an announced year in place of those that were kept of it; what it says of other days does not count. */
    public Uni<Void> replace(Tx tx, AnnouncedYear announced) {
        var entries = new JsonArray();
        announced.daysOff().forEach(day -> entries.add(entry(day.date(), "HOLIDAY", day.name())));
        announced.makeUpDays().forEach(day -> entries.add(entry(day, "MAKE_UP", "调休")));
        LocalDate first = announced.first();
        LocalDate last = announced.last();
        return tx.update("delete from calendar_day where day between $1 and $2", first, last)
                .flatMap(gone -> tx.update(KEEP, entries.encode(), announced.source(), first, last))
                .replaceWithVoid();
    }

    private static JsonObject entry(LocalDate day, String kind, String name) {
        return new JsonObject().put("day", day.toString()).put("kind", kind).put("name", name);
    }

    private static BusinessDays read(List<@Nullable Object[]> rows) {
        return new BusinessDays(days(rows, "HOLIDAY"), days(rows, "MAKE_UP"));
    }

    private static Set<LocalDate> days(List<@Nullable Object[]> rows, String kind) {
        return rows.stream()
                .filter(row -> kind.equals(row[1]))
                .map(row -> (LocalDate) row[0])
                .collect(Collectors.toUnmodifiableSet());
    }
}
