package io.anju.care.complaint.store;

import io.anju.care.complaint.ComplaintFiles.Deadline;
import io.anju.care.complaint.ComplaintFiles.Missed;
import io.anju.care.complaint.model.Kind;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The deadlines of complaints, which the database itself writes down, and those that were missed. */
@ApplicationScoped
class DeadlineSql {

    // The version counts what people change; that somebody was told changes nothing they have seen.
    private static final String TAKE_UNTOLD = """
            with missed as (
                select id from complaint where closed_at is null and overdue_told_at is null and due_on < $1
                order by due_on limit $3 for update skip locked)
            update complaint c set overdue_told_at = $2
            from missed where c.id = missed.id
            returning c.id, c.customer_id, c.kind, c.due_on
            """;

    Uni<List<Deadline>> list(Tx tx, UUID complaint) {
        return tx.select("""
                        select step, due_on, given_by, given_at from complaint_deadline
                        where complaint_id = $1 order by due_on
                        """, complaint)
                .map(rows -> rows.stream().map(DeadlineSql::deadline).toList());
    }

    private static Deadline deadline(@Nullable Object[] row) {
        return new Deadline(
                String.valueOf(row[0]),
                (LocalDate) row[1],
                Optional.ofNullable((UUID) row[2]),
                Optional.ofNullable((Instant) row[3]));
    }

    Uni<List<Missed>> takeUntoldOverdue(Tx tx, LocalDate today, Instant at, int limit) {
        return tx.select(TAKE_UNTOLD, today, at, limit)
                .map(rows -> rows.stream().map(DeadlineSql::missed).toList());
    }

    private static Missed missed(@Nullable Object[] row) {
        return new Missed((UUID) row[0], (UUID) row[1], Kind.valueOf(String.valueOf(row[2])), (LocalDate) row[3]);
    }

    Uni<Long> countOverdue(Tx tx, LocalDate today) {
        return tx.select("select count(*) from complaint where closed_at is null and due_on < $1", today)
                .map(rows -> rows.getFirst()[0] instanceof Number count ? count.longValue() : 0L);
    }
}
