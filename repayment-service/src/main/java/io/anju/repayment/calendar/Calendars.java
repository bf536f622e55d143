package io.anju.repayment.calendar;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calendar as it stands, for bills that are made now. Read with the transaction that makes them, a few dozen rows, so
 * that a notice of the State Council counts from the moment in which it is entered.
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

    private static Set<LocalDate> days(List<@Nullable Object[]> rows, String kind) {
        return rows.stream()
                .filter(row -> kind.equals(row[1]))
                .map(row -> (LocalDate) row[0])
                .collect(Collectors.toUnmodifiableSet());
    }
}
