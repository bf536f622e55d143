package io.anju.care.calendar.store;

import static java.util.Objects.requireNonNull;

import io.anju.care.calendar.YearInForce;
import io.anju.care.calendar.model.CalendarProposal;
import io.anju.care.calendar.model.CalendarProposal.Decided;
import io.anju.care.calendar.model.CalendarProposal.Outcome;
import io.anju.care.calendar.model.CalendarProposal.Proposed;
import io.anju.care.calendar.model.CalendarYear;
import io.anju.care.calendar.model.CalendarYear.DayOff;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calendars as columns: a proposal's days are one JSON array of what {@code calendar_day} holds row by row. */
final class ProposalColumns {

    private static final String HOLIDAY = "HOLIDAY";
    private static final String MAKE_UP = "MAKE_UP";

    private ProposalColumns() {}

    static String days(CalendarYear calendar) {
        var days = new JsonArray();
        calendar.daysOff().forEach(day -> days.add(day(day.date(), HOLIDAY, day.name())));
        calendar.makeUpDays().forEach(day -> days.add(day(day, MAKE_UP, "调休")));
        return days.encode();
    }

    private static JsonObject day(LocalDate day, String kind, String name) {
        return new JsonObject().put("day", day.toString()).put("kind", kind).put("name", name);
    }

    static CalendarProposal read(@Nullable Object[] row) {
        var id = (UUID) requireNonNull(row[0]);
        var calendar = calendar(row);
        var proposedBy = (UUID) requireNonNull(row[4]);
        var proposedAt = (Instant) requireNonNull(row[5]);
        var state = (String) requireNonNull(row[6]);
        return state.equals("PROPOSED")
                ? new Proposed(id, calendar, proposedBy, proposedAt)
                : new Decided(
                        id,
                        calendar,
                        proposedBy,
                        proposedAt,
                        Outcome.valueOf(state),
                        (UUID) requireNonNull(row[7]),
                        (String) requireNonNull(row[8]),
                        (Instant) requireNonNull(row[9]));
    }

    private static CalendarYear calendar(@Nullable Object[] row) {
        var daysOff = new ArrayList<DayOff>();
        var makeUpDays = new ArrayList<LocalDate>();
        for (var entry : new JsonArray((String) requireNonNull(row[3]))) {
            var day = (JsonObject) entry;
            add(
                    LocalDate.parse(day.getString("day")),
                    day.getString("kind"),
                    day.getString("name"),
                    daysOff,
                    makeUpDays);
        }
        return new CalendarYear(
                ((Number) requireNonNull(row[1])).intValue(), (String) requireNonNull(row[2]), daysOff, makeUpDays);
    }

    /** The row without a day says that the year is announced, and by what. */
    static YearInForce inForce(int year, List<@Nullable Object[]> rows) {
        var daysOff = new ArrayList<DayOff>();
        var makeUpDays = new ArrayList<LocalDate>();
        var source = "";
        var announced = false;
        for (var row : rows) {
            if (row[0] == null) {
                announced = true;
                source = (String) requireNonNull(row[3]);
            } else {
                add(
                        (LocalDate) row[0],
                        (String) requireNonNull(row[1]),
                        (String) requireNonNull(row[2]),
                        daysOff,
                        makeUpDays);
            }
        }
        return new YearInForce(announced, new CalendarYear(year, source, daysOff, makeUpDays));
    }

    private static void add(LocalDate day, String kind, String name, List<DayOff> daysOff, List<LocalDate> makeUpDays) {
        if (kind.equals(HOLIDAY)) {
            daysOff.add(new DayOff(day, name));
        } else {
            makeUpDays.add(day);
        }
    }
}
