package io.anju.repayment.reconciliation.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.reconciliation.Reconciliations;
import io.anju.repayment.reconciliation.model.RailLine;
import io.anju.repayment.reconciliation.model.Reconciliation;
import io.anju.repayment.reconciliation.model.Reconciliation.Stage;
import io.anju.repayment.reconciliation.model.Totals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reconciliations in the tables reconciliation and rail_line. */
@ApplicationScoped
class PgReconciliations implements Reconciliations {

    private static final String BEGIN = """
            INSERT INTO reconciliation (date, started_by, started_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
            """;
    // From the first date that was begun; on the first day ever, from the first order's.
    private static final String BEGIN_THROUGH = """
            INSERT INTO reconciliation (date, started_by, started_at)
            SELECT day::date, $2, $3
            FROM generate_series(
                     coalesce((SELECT min(date) FROM reconciliation),
                              CASE WHEN NOT EXISTS (SELECT FROM reconciliation)
                                   THEN (SELECT min(business_date) FROM rail_order) END),
                     $1::date, interval '1 day') AS day
            ON CONFLICT DO NOTHING
            """;
    private static final String READ = """
            SELECT r.*, b.breaks, b.open, b.ledger_difference, b.ordered_difference
            FROM reconciliation r CROSS JOIN LATERAL (
                SELECT count(*)::int AS breaks, (count(*) FILTER (WHERE state <> 'RESOLVED'))::int AS open,
                       coalesce(sum(difference), 0)::bigint AS ledger_difference,
                       coalesce(sum(coalesce(ordered, 0) - booked) FILTER (WHERE booked <> 0), 0)::bigint
                           AS ordered_difference
                FROM rail_break WHERE date = r.date) b
            """;
    private static final String FIND = READ + " WHERE r.date = $1";
    private static final String LIST = READ + " WHERE r.date < $1 ORDER BY r.date DESC LIMIT $2";
    // A date whose ledger is not closed, or on which somebody works, holds up those behind it.
    private static final String LEASE = """
            UPDATE reconciliation r
            SET leased_until = $1::timestamptz + $2::bigint * interval '1 ms', attempts = r.attempts + 1
            FROM (SELECT date, leased_until FROM reconciliation WHERE state <> 'DONE' ORDER BY date LIMIT 1
                  FOR UPDATE SKIP LOCKED) next
            WHERE r.date = next.date AND next.leased_until <= $1 AND r.date < $3
              AND (NOT $4::boolean OR NOT EXISTS (
                  SELECT FROM transfer t
                  WHERE t.business_date <= r.date
                    AND t.business_date > coalesce((SELECT max(through) FROM ledger_closing), '-infinity')))
              AND NOT EXISTS (SELECT FROM reconciliation older WHERE older.date < r.date AND older.state <> 'DONE')
            RETURNING r.date, r.state
            """;
    private static final String TAKE = "SELECT FROM reconciliation WHERE date = $1 AND state = $2 FOR UPDATE";
    private static final String ADD_LINES = """
            INSERT INTO rail_line (date, line, transaction_id, reference, kind, state, amount)
            SELECT $1, l.* FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[]) AS l
            """;
    private static final String GO_ON = ", leased_until = '-infinity', attempts = 0, problem = NULL WHERE date = $1";
    private static final String FETCHED = "UPDATE reconciliation SET state = 'FETCHED', lines = $2" + GO_ON;
    private static final String FAILED = """
            UPDATE reconciliation
            SET problem = $2,
                leased_until = $3::timestamptz
                               + least($4::bigint * power(2, least(attempts - 1, 12)), 3600000) * interval '1 ms'
            WHERE date = $1 AND state <> 'DONE'
            """;
    private static final String COMPARED = "WITH " + PgSources.POSTED + """
            , rail AS (
                SELECT coalesce(sum(amount) FILTER (WHERE kind = 'DEBIT'), 0)::bigint AS came,
                       coalesce(sum(amount) FILTER (WHERE kind = 'PAYOUT'), 0)::bigint AS went
                FROM rail_line WHERE date = $1 AND state = 'SUCCEEDED'),
            ledger AS (
                SELECT coalesce(sum(amount) FILTER (WHERE NOT suspense AND amount > 0), 0)::bigint AS came,
                       coalesce(-sum(amount) FILTER (WHERE NOT suspense AND amount < 0), 0)::bigint AS went,
                       coalesce(sum(amount) FILTER (WHERE suspense), 0)::bigint AS suspense
                FROM posted),
            orders AS (
                SELECT coalesce(sum(CASE o.kind WHEN 'DEBIT' THEN o.amount ELSE -o.amount END), 0)::bigint AS amount
                FROM (SELECT reference FROM posted WHERE NOT suspense
                      GROUP BY reference HAVING sum(amount) <> 0) p
                JOIN rail_order o USING (reference)),
            loans AS (
                SELECT coalesce(sum(l.outstanding + b.open), 0)::bigint AS owed, coalesce(sum(a.balance), 0)::bigint AS balance
                FROM (SELECT DISTINCT loan_id FROM posted WHERE NOT suspense) p
                JOIN loan l ON l.id = p.loan_id
                JOIN account a ON a.owner = l.id AND a.code = 'LOAN_PRINCIPAL'
                CROSS JOIN LATERAL (SELECT coalesce(sum(principal_open), 0) AS open
                                    FROM bill WHERE loan_id = l.id AND state <> 'PAID') b)
            UPDATE reconciliation SET state = 'COMPARED', carried = $2, ordered_carried = $3,
                rail_in = rail.came, rail_out = rail.went, ledger_in = ledger.came, ledger_out = ledger.went,
                suspense = ledger.suspense, ordered = orders.amount, owed_loans = loans.owed, owed_ledger = loans.balance,
                leased_until = '-infinity', attempts = 0, problem = NULL
            FROM rail, ledger, orders, loans WHERE date = $1
            """;
    private static final String NEXT = "UPDATE reconciliation SET state = 'COMPARED'" + GO_ON;
    private static final String DONE = "UPDATE reconciliation SET state = 'DONE', finished_at = $2" + GO_ON;
    private static final String BEHIND = "SELECT count(*) FROM reconciliation WHERE state <> 'DONE'";

    @Override
    public Uni<Void> begin(Tx tx, LocalDate date, String by, Instant now) {
        return run(tx, BEGIN, Tuple.of(date, by, utc(now))).replaceWithVoid();
    }

    @Override
    public Uni<Void> beginThrough(Tx tx, LocalDate date, String by, Instant now) {
        return run(tx, BEGIN_THROUGH, Tuple.of(date, by, utc(now))).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Reconciliation>> find(Tx tx, LocalDate date) {
        return run(tx, FIND, Tuple.of(date))
                .map(rows -> stream(rows).map(PgReconciliations::read).findFirst());
    }

    @Override
    public Uni<List<Reconciliation>> list(Tx tx, Optional<LocalDate> before, int limit) {
        return run(tx, LIST, Tuple.of(before.orElse(LocalDate.of(9999, 12, 31)), limit))
                .map(rows -> stream(rows).map(PgReconciliations::read).toList());
    }

    @Override
    public Uni<Optional<Task>> lease(Tx tx, LocalDate today, boolean closedOnly, Instant now, Duration lease) {
        return run(tx, LEASE, Tuple.of(utc(now), lease.toMillis(), today, closedOnly))
                .map(rows -> stream(rows)
                        .map(row -> new Task(row.getLocalDate("date"), Stage.valueOf(row.getString("state"))))
                        .findFirst());
    }

    @Override
    public Uni<Boolean> take(Tx tx, Task task) {
        return run(tx, TAKE, Tuple.of(task.date(), task.stage().name())).map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Void> addLines(Tx tx, LocalDate date, List<RailLine> lines) {
        Tuple columns = Tuple.of(date);
        columns.addArrayOfInteger(lines.stream().map(RailLine::number).toArray(Integer[]::new));
        columns.addArrayOfString(lines.stream().map(RailLine::transactionId).toArray(String[]::new));
        columns.addArrayOfString(lines.stream().map(RailLine::reference).toArray(String[]::new));
        columns.addArrayOfString(lines.stream().map(line -> line.kind().name()).toArray(String[]::new));
        columns.addArrayOfString(lines.stream()
                .map(line -> line.succeeded() ? "SUCCEEDED" : "FAILED")
                .toArray(String[]::new));
        columns.addArrayOfLong(lines.stream().map(RailLine::amount).toArray(Long[]::new));
        return run(tx, ADD_LINES, columns).replaceWithVoid();
    }

    @Override
    public Uni<Void> fetched(Tx tx, LocalDate date, int lines) {
        return run(tx, FETCHED, Tuple.of(date, lines)).replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(Tx tx, LocalDate date, String problem, Instant now, Duration wait) {
        return run(tx, FAILED, Tuple.of(date, problem, utc(now), wait.toMillis()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> compared(Tx tx, LocalDate date, long carried, long orderedCarried) {
        return run(tx, COMPARED, Tuple.of(date, carried, orderedCarried)).replaceWithVoid();
    }

    @Override
    public Uni<Void> goOn(Tx tx, LocalDate date) {
        return run(tx, NEXT, Tuple.of(date)).replaceWithVoid();
    }

    @Override
    public Uni<Void> done(Tx tx, LocalDate date, Instant now) {
        return run(tx, DONE, Tuple.of(date, utc(now))).replaceWithVoid();
    }

    @Override
    public Uni<Long> behind(Tx tx) {
        return run(tx, BEHIND, Tuple.tuple()).map(rows -> rows.iterator().next().getLong(0));
    }

    private static Reconciliation read(Row row) {
        return new Reconciliation(
                row.getLocalDate("date"),
                Stage.valueOf(row.getString("state")),
                row.getString("started_by"),
                row.getOffsetDateTime("started_at").toInstant(),
                Optional.ofNullable(row.getString("problem")),
                Optional.ofNullable(row.getInteger("lines")),
                Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(OffsetDateTime::toInstant),
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
