package io.anju.repayment.reconciliation.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.ReconciliationSteps;
import io.anju.repayment.reconciliation.Sources;
import io.anju.repayment.reconciliation.model.FileLine;
import io.anju.repayment.reconciliation.model.Reconciliation.Stage;
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
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The steps of dates in the tables reconciliation and rail_line. */
@ApplicationScoped
class PgReconciliationSteps implements ReconciliationSteps {

    // A date whose ledger is not closed, or on which somebody works, holds up those behind it.
    private static final String LEASE = """
            WITH next AS (
                SELECT source, date, leased_until FROM reconciliation WHERE state <> 'DONE' AND source = $5
                ORDER BY date LIMIT 1 FOR UPDATE SKIP LOCKED)
            UPDATE reconciliation r
            SET leased_until = $1::timestamptz + $2::bigint * interval '1 ms', attempts = r.attempts + 1
            FROM next WHERE r.source = next.source AND r.date = next.date AND next.leased_until <= $1 AND r.date < $3
              AND (NOT $4::boolean OR NOT EXISTS (
                  SELECT FROM transfer t
                  WHERE t.business_date <= r.date
                    AND t.business_date > coalesce((SELECT max(through) FROM ledger_closing), '-infinity')))
              AND NOT EXISTS (SELECT FROM reconciliation older
                              WHERE older.source = r.source AND older.date < r.date AND older.state <> 'DONE')
            RETURNING r.date, r.state, r.leased_until
            """;
    private static final String MINE = " WHERE source = $1 AND date = $2 AND state = $3 AND leased_until = $4";
    private static final String TAKE = "SELECT FROM reconciliation" + MINE + " FOR UPDATE";
    private static final String ADD_LINES = """
            INSERT INTO rail_line (source, date, version, line, transaction_id, reference, kind, state, amount, funds)
            SELECT r.source, r.date, r.version + 1, l.*
            FROM reconciliation r
            CROSS JOIN unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[]) AS l
            WHERE r.source = $1 AND r.date = $2
            """;
    private static final String OF = " WHERE source = $1 AND date = $2";
    private static final String GO_ON = ", leased_until = '-infinity', attempts = 0, problem = NULL" + OF;
    private static final String SHA = "SELECT sha256 FROM reconciliation" + OF;
    private static final String FETCHED =
            "UPDATE reconciliation SET state = 'FETCHED', version = version + 1, lines = $3, sha256 = $4, tag = $5"
                    + GO_ON;
    // What a later date's comparison came to rests on this one's lines.
    private static final String AGAIN = """
            UPDATE reconciliation SET state = 'FETCHED', finished_at = NULL, leased_until = '-infinity', attempts = 0
            WHERE source = $1 AND date > $2 AND state IN ('COMPARED', 'DONE')
            """;
    private static final String FAILED = """
            UPDATE reconciliation
            SET problem = $5,
                leased_until = $6::timestamptz
                               + least($7::bigint * power(2, least(attempts - 1, 12)), 3600000) * interval '1 ms'
            """ + MINE;
    private static final String COMPARING =
            "UPDATE reconciliation SET comparison = comparison + 1" + OF + " RETURNING comparison";
    private static final String COMPARED = "WITH " + PgSources.POSTED + """
            , rail AS (
                SELECT coalesce(sum(moved) FILTER (WHERE moved > 0), 0)::bigint AS came,
                       coalesce(-sum(moved) FILTER (WHERE moved < 0), 0)::bigint AS went
                FROM rail_line l JOIN reconciliation n USING (source, date, version)
                WHERE l.source = $3 AND l.date = $1),
            ledger AS (
                SELECT coalesce(sum(amount) FILTER (WHERE NOT suspense AND amount > 0), 0)::bigint AS came,
                       coalesce(-sum(amount) FILTER (WHERE NOT suspense AND amount < 0), 0)::bigint AS went,
                       coalesce(sum(amount) FILTER (WHERE suspense), 0)::bigint AS suspense
                FROM posted),
            orders AS (
                SELECT coalesce(sum(CASE WHEN o.kind IN ('DEBIT', 'WALLET_DEBIT') THEN coalesce(o.moved, o.amount)
                                         ELSE -o.amount END), 0)::bigint AS amount
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
            UPDATE reconciliation SET state = 'COMPARED', carried = $4, ordered_carried = $5,
                rail_in = rail.came, rail_out = rail.went, ledger_in = ledger.came, ledger_out = ledger.went,
                suspense = ledger.suspense, ordered = orders.amount, owed_loans = loans.owed, owed_ledger = loans.balance,
                leased_until = '-infinity', attempts = 0, problem = NULL
            FROM rail, ledger, orders, loans WHERE date = $1 AND source = $3
            """;
    private static final String NEXT = "UPDATE reconciliation SET state = 'COMPARED'" + GO_ON;
    private static final String DONE = "UPDATE reconciliation SET state = 'DONE', finished_at = $3" + GO_ON;
    // Compared again all the same: a file before it may have been another since, to which a date that waited was blind.
    private static final String UNCHANGED = "UPDATE reconciliation SET state = 'FETCHED', tag = $3" + GO_ON;

    @Override
    public Uni<Optional<Task>> lease(
            Tx tx, Channel source, LocalDate today, boolean closedOnly, Instant now, Duration lease) {
        return run(tx, LEASE, Tuple.of(utc(now), lease.toMillis(), today, closedOnly, source.name()))
                .map(rows -> stream(rows)
                        .map(row -> new Task(
                                source,
                                row.getLocalDate("date"),
                                Stage.valueOf(row.getString("state")),
                                row.getOffsetDateTime("leased_until").toInstant()))
                        .findFirst());
    }

    @Override
    public Uni<Boolean> take(Tx tx, Task task) {
        return run(tx, TAKE, mine(task)).map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Void> addLines(Tx tx, Task task, List<FileLine> lines) {
        Tuple columns = of(task);
        columns.addArrayOfInteger(lines.stream().map(FileLine::number).toArray(Integer[]::new));
        columns.addArrayOfString(texts(lines, FileLine::transactionId));
        columns.addArrayOfString(texts(lines, FileLine::reference));
        columns.addArrayOfString(texts(lines, line -> line.kind().name()));
        columns.addArrayOfString(texts(lines, line -> line.succeeded() ? "SUCCEEDED" : "FAILED"));
        columns.addArrayOfLong(lines.stream().map(FileLine::amount).toArray(Long[]::new));
        columns.addArrayOfString(
                texts(lines, line -> line.funds().map(Enum::name).orElse(null)));
        return run(tx, ADD_LINES, columns).replaceWithVoid();
    }

    private static String[] texts(List<FileLine> lines, Function<FileLine, @Nullable String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }

    @Override
    public Uni<Boolean> isNew(Tx tx, Task task, Read file) {
        return run(tx, SHA, of(task))
                .map(rows -> !file.sha256().equals(rows.iterator().next().getString(0)));
    }

    @Override
    public Uni<Void> fetched(Tx tx, Task task, Read file) {
        Tuple values = of(task).addInteger(file.lines()).addString(file.sha256());
        return run(tx, FETCHED, values.addString(file.tag().orElse(null)))
                .flatMap(here -> run(tx, AGAIN, of(task)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> unchanged(Tx tx, Task task, Optional<String> tag) {
        return run(tx, UNCHANGED, of(task).addString(tag.orElse(null))).replaceWithVoid();
    }

    @Override
    public Uni<Void> failed(Tx tx, Task task, String problem, Instant now, Duration wait) {
        Tuple values = mine(task).addString(problem).addOffsetDateTime(utc(now)).addLong(wait.toMillis());
        return run(tx, FAILED, values).replaceWithVoid();
    }

    @Override
    public Uni<Integer> comparing(Tx tx, Task task) {
        return run(tx, COMPARING, of(task)).map(rows -> rows.iterator().next().getInteger(0));
    }

    @Override
    public Uni<Void> compared(Tx tx, Task task, long carried, long orderedCarried) {
        Tuple values = Tuple.of(
                task.date(),
                Sources.clearing(task.source()).name(),
                task.source().name(),
                carried,
                orderedCarried);
        return run(tx, COMPARED, values).replaceWithVoid();
    }

    @Override
    public Uni<Void> goOn(Tx tx, Task task) {
        return run(tx, NEXT, of(task)).replaceWithVoid();
    }

    @Override
    public Uni<Void> done(Tx tx, Task task, Instant now) {
        return run(tx, DONE, of(task).addOffsetDateTime(utc(now))).replaceWithVoid();
    }

    private static Tuple of(Task task) {
        return Tuple.of(task.source().name(), task.date());
    }

    private static Tuple mine(Task task) {
        return of(task).addString(task.stage().name()).addOffsetDateTime(utc(task.until()));
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
