package io.anju.repayment.duerun.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.duerun.Reminders;
import io.anju.repayment.duerun.model.Reminder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reminders in the table instalment_reminder. */
@ApplicationScoped
class PgReminders implements Reminders {

    private static final String BEGIN =
            "INSERT INTO instalment_reminder (date, days_before) VALUES ($1, $2) ON CONFLICT DO NOTHING";
    private static final String TAKE = """
            SELECT done_to FROM instalment_reminder
            WHERE date = $1 AND days_before = $2 AND done_to IS NOT NULL FOR UPDATE SKIP LOCKED
            """;
    private static final String NEXT =
            "SELECT id FROM loan WHERE state = 'ACTIVE' AND next_due = $1 AND id > $2 ORDER BY id LIMIT $3";
    private static final String MOVE_ON =
            "UPDATE instalment_reminder SET done_to = $3 WHERE date = $1 AND days_before = $2";

    private static final String DONE = """
            SELECT count(*) FROM instalment_reminder
            WHERE (date, days_before) IN (SELECT * FROM unnest($1::date[], $2::smallint[])) AND done_to IS NULL
            """;

    @Override
    public Uni<Void> begin(Tx tx, Reminder reminder) {
        return run(tx, BEGIN, key(reminder)).replaceWithVoid();
    }

    @Override
    public Uni<Optional<List<UUID>>> take(Tx tx, Reminder reminder, int limit) {
        return run(tx, TAKE, key(reminder))
                .flatMap(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : run(
                                        tx,
                                        NEXT,
                                        Tuple.of(
                                                reminder.dueDate(),
                                                rows.iterator().next().getUUID(0),
                                                limit))
                                .map(found -> Optional.of(StreamSupport.stream(found.spliterator(), false)
                                        .map(row -> row.getUUID(0))
                                        .toList())));
    }

    @Override
    public Uni<Void> moveOn(Tx tx, Reminder reminder, Optional<UUID> doneTo) {
        return run(tx, MOVE_ON, key(reminder).addUUID(doneTo.orElse(null))).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> areDone(Tx tx, Collection<Reminder> reminders) {
        LocalDate[] dates = reminders.stream().map(Reminder::date).toArray(LocalDate[]::new);
        Short[] days = reminders.stream()
                .map(reminder -> (short) reminder.daysBefore())
                .toArray(Short[]::new);
        return run(tx, DONE, Tuple.of(dates, days))
                .map(rows -> rows.iterator().next().getLong(0) == dates.length);
    }

    private static Tuple key(Reminder reminder) {
        return Tuple.of(reminder.date(), (short) reminder.daysBefore());
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
