package io.anju.repayment.reconciliation.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.Reconciliations;
import io.anju.repayment.reconciliation.model.Reconciliation;
import io.anju.repayment.reconciliation.model.Reconciliation.Stage;
import io.anju.repayment.reconciliation.model.Totals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reconciliations in the table reconciliation. */
@ApplicationScoped
class PgReconciliations implements Reconciliations {

    private static final String BEGIN = """
            INSERT INTO reconciliation (source, date, started_by, started_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """;
    // From the first date that was begun; on the first day ever, from the first order's, or the first link's.
    private static final String BEGIN_THROUGH = """
            INSERT INTO reconciliation (source, date, started_by, started_at)
            SELECT $1, day::date, $3, $4
            FROM generate_series(
                     coalesce((SELECT min(date) FROM reconciliation WHERE source = $1),
                              CASE $1 WHEN 'WALLET' THEN (SELECT min(answered_on) FROM wallet_link)
                                      ELSE (SELECT min(business_date) FROM rail_order WHERE kind IN ('DEBIT', 'PAYOUT'))
                              END),
                     $2::date, interval '1 day') AS day
            ON CONFLICT DO NOTHING
            """;
    private static final String READ = """
            SELECT r.*, b.breaks, b.open, b.ledger_difference, b.ordered_difference
            FROM reconciliation r CROSS JOIN LATERAL (
                SELECT count(*)::int AS breaks, (count(*) FILTER (WHERE state <> 'RESOLVED'))::int AS open,
                       coalesce(sum(difference) FILTER (WHERE overtaken_by IS NULL), 0)::bigint AS ledger_difference,
                       coalesce(sum(coalesce(ordered, 0) - booked) FILTER (WHERE booked <> 0 AND overtaken_by IS NULL),
                                0)::bigint AS ordered_difference
                FROM rail_break WHERE source = r.source AND date = r.date) b
            """;
    private static final String FIND = READ + " WHERE r.source = $1 AND r.date = $2";
    private static final String FIND_FOR_UPDATE = FIND + " FOR UPDATE OF r";
    private static final String LIST = READ + " WHERE r.source = $1 AND r.date < $2 ORDER BY r.date DESC LIMIT $3";
    private static final String TO_LOOK_AT = """
            WITH due AS (
                SELECT source, date FROM reconciliation
                WHERE date >= $1 AND state = 'DONE' AND greatest(finished_at, looked_at) <= $2
                ORDER BY date, source LIMIT $4 FOR UPDATE SKIP LOCKED)
            UPDATE reconciliation r SET looked_at = $3
            FROM due WHERE r.source = due.source AND r.date = due.date
            RETURNING r.source, r.date, r.tag
            """;
    private static final String REREAD = """
            UPDATE reconciliation SET state = 'WAITING', finished_at = NULL, reread_by = $3, leased_until = '-infinity',
                                      attempts = 0
            WHERE source = $1 AND date = $2 AND state = 'DONE'
            """;
    private static final String BEHIND = "SELECT count(*) FROM reconciliation WHERE state <> 'DONE'";

    @Override
    public Uni<Void> begin(Tx tx, Channel source, LocalDate date, String by, Instant now) {
        return run(tx, BEGIN, Tuple.of(source.name(), date, by, utc(now))).replaceWithVoid();
    }

    @Override
    public Uni<Void> beginThrough(Tx tx, Channel source, LocalDate date, String by, Instant now) {
        return run(tx, BEGIN_THROUGH, Tuple.of(source.name(), date, by, utc(now)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Reconciliation>> find(Tx tx, Channel source, LocalDate date) {
        return first(tx, FIND, source, date);
    }

    @Override
    public Uni<Optional<Reconciliation>> findForUpdate(Tx tx, Channel source, LocalDate date) {
        return first(tx, FIND_FOR_UPDATE, source, date);
    }

    private static Uni<Optional<Reconciliation>> first(Tx tx, String sql, Channel source, LocalDate date) {
        return run(tx, sql, Tuple.of(source.name(), date))
                .map(rows -> stream(rows).map(PgReconciliations::read).findFirst());
    }

    @Override
    public Uni<Void> reread(Tx tx, Channel source, LocalDate date, String by) {
        return run(tx, REREAD, Tuple.of(source.name(), date, by)).replaceWithVoid();
    }

    @Override
    public Uni<List<Reconciliation>> list(Tx tx, Channel source, Optional<LocalDate> before, int limit) {
        return run(tx, LIST, Tuple.of(source.name(), before.orElse(LocalDate.of(9999, 12, 31)), limit))
                .map(rows -> stream(rows).map(PgReconciliations::read).toList());
    }

    @Override
    public Uni<List<Known>> takeToLookAt(Tx tx, LocalDate since, Instant before, Instant now, int limit) {
        return run(tx, TO_LOOK_AT, Tuple.of(since, utc(before), utc(now), limit))
                .map(rows -> stream(rows)
                        .map(row -> new Known(
                                Channel.valueOf(row.getString("source")),
                                row.getLocalDate("date"),
                                Optional.ofNullable(row.getString("tag"))))
                        .toList());
    }

    @Override
    public Uni<Long> behind(Tx tx) {
        return run(tx, BEHIND, Tuple.tuple()).map(rows -> rows.iterator().next().getLong(0));
    }

    private static Reconciliation read(Row row) {
        return new Reconciliation(
                Channel.valueOf(row.getString("source")),
                row.getLocalDate("date"),
                Stage.valueOf(row.getString("state")),
                row.getString("started_by"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getInteger("version"),
                Optional.ofNullable(row.getString("sha256")),
                Optional.ofNullable(row.getString("problem")),
                Optional.ofNullable(row.getInteger("lines")),
                instant(row, "finished_at"),
                instant(row, "looked_at"),
                Optional.ofNullable(row.getLong("rail_in")).map(compared -> totals(row)),
                new Reconciliation.Breaks(
                        row.getInteger("breaks"),
                        row.getInteger("open"),
                        row.getLong("ledger_difference"),
                        row.getLong("ordered_difference")));
    }

    private static Totals totals(Row row) {
        return new Totals(
                row.getLong("rail_in"),
                row.getLong("rail_out"),
                row.getLong("ledger_in"),
                row.getLong("ledger_out"),
                row.getLong("suspense"),
                row.getLong("ordered"),
                row.getLong("carried"),
                row.getLong("ordered_carried"),
                row.getLong("owed_loans"),
                row.getLong("owed_ledger"));
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
