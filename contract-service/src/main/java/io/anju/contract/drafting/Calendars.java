package io.anju.contract.drafting;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The public holidays that are known when a contract is drawn up, for plans whose dates they move. */
@ApplicationScoped
class Calendars {

    /** Those of a century. */
    private static final int MOST = 10_000;

    /** All days off and make-up days that were ever entered: some dozens a year. */
    Uni<BusinessDays> whole(Tx tx) {
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
