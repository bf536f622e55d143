package io.anju.repayment.duerun.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.duerun.DueRuns;
import io.anju.repayment.duerun.model.Chunk;
import io.anju.repayment.duerun.model.DueRun;
import io.anju.repayment.duerun.model.Tally;
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
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Runs and chunks in the tables due_run and due_run_chunk. */
@ApplicationScoped
class PgDueRuns implements DueRuns {

    // Locks the run's row, so that two who start the same run cut it one after the other.
    private static final String START = """
            INSERT INTO due_run (id, date, state, started_by, started_at) VALUES ($1, $2, 'RUNNING', $3, $4)
            ON CONFLICT (date) DO UPDATE SET state = 'RUNNING', finished_at = NULL
            RETURNING id
            """;
    // Reads the tables of loan and collection, in the one query that has to look at every loan of a day.
    private static final String CUT = """
            INSERT INTO due_run_chunk (run_id, number, from_loan, to_loan)
            SELECT $1, coalesce((SELECT max(number) FROM due_run_chunk WHERE run_id = $1), 0) + 1 + cut.piece,
                   min(cut.id::text)::uuid, max(cut.id::text)::uuid
            FROM (SELECT due.id, (row_number() OVER (ORDER BY due.id) - 1) / $3 AS piece
                  FROM (SELECT id FROM loan
                        WHERE state = 'ACTIVE' AND (next_due <= $2 OR next_repricing <= $2)
                        UNION
                        SELECT loan_id FROM bill WHERE state <> 'PAID' AND collect_on <= $2) due
                  WHERE NOT EXISTS (SELECT FROM due_run_chunk c
                                    WHERE c.run_id = $1 AND c.state = 'OPEN'
                                      AND due.id BETWEEN c.from_loan AND c.to_loan)) cut
            GROUP BY cut.piece
            """;
    private static final String READ = """
            SELECT r.id, r.date, r.started_by, r.started_at, r.finished_at,
                   count(c.number) AS chunks,
                   count(c.number) FILTER (WHERE c.state = 'DONE') AS chunks_done,
                   coalesce(sum(c.loans), 0) AS loans,
                   coalesce(sum(c.billed), 0) AS billed,
                   coalesce(sum(c.repriced), 0) AS repriced,
                   coalesce(sum(c.debits), 0) AS debits,
                   coalesce(sum(c.without_card), 0) AS without_card,
                   coalesce(sum(c.deferred), 0) AS deferred,
                   coalesce(sum(c.missing), 0) AS missing,
                   min(c.missing_rate) AS missing_rate
            FROM due_run r LEFT JOIN due_run_chunk c ON c.run_id = r.id
            """;
    private static final String FIND = READ + " WHERE r.id = $1 GROUP BY r.id";
    private static final String LIST = READ + " WHERE r.date < $1 GROUP BY r.id ORDER BY r.date DESC LIMIT $2";
    private static final String LEASE = """
            UPDATE due_run_chunk c
            SET leased_until = $1::timestamptz + $2::bigint * interval '1 ms', attempts = c.attempts + 1
            FROM (SELECT o.run_id, o.number, r.date
                  FROM due_run_chunk o JOIN due_run r ON r.id = o.run_id
                  WHERE o.state = 'OPEN' AND o.leased_until <= $1
                  ORDER BY r.date, o.number LIMIT 1
                  FOR UPDATE OF o SKIP LOCKED) open
            WHERE c.run_id = open.run_id AND c.number = open.number
            RETURNING c.run_id, c.number, open.date, c.from_loan, c.to_loan
            """;
    // What is deferred is counted anew each time; all else adds up over the times that a chunk is worked on.
    private static final String REPORT = """
            UPDATE due_run_chunk
            SET loans = loans + $3, billed = billed + $4, repriced = repriced + $5, debits = debits + $6,
                without_card = without_card + $7, deferred = $8, missing = $9, missing_rate = $10,
                state = CASE WHEN $8 = 0 THEN 'DONE' ELSE 'OPEN' END, leased_until = $11
            WHERE run_id = $1 AND number = $2
            """;
    private static final String FINISH = """
            UPDATE due_run r SET state = 'DONE', finished_at = $1
            WHERE r.state = 'RUNNING'
              AND NOT EXISTS (SELECT FROM due_run_chunk c WHERE c.run_id = r.id AND c.state = 'OPEN')
            """;

    @Override
    public Uni<UUID> start(Tx tx, UUID newId, LocalDate date, String startedBy, Instant now, int chunkSize) {
        return run(tx, START, Tuple.of(newId, date, startedBy, utc(now)))
                .map(rows -> rows.iterator().next().getUUID(0))
                .call(id -> run(tx, CUT, Tuple.of(id, date, (long) chunkSize)));
    }

    @Override
    public Uni<Optional<DueRun>> find(Tx tx, UUID id) {
        return run(tx, FIND, Tuple.of(id))
                .map(PgDueRuns::runs)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<DueRun>> list(Tx tx, Optional<LocalDate> before, int limit) {
        return run(tx, LIST, Tuple.of(before.orElse(LocalDate.of(9999, 12, 31)), limit))
                .map(PgDueRuns::runs);
    }

    @Override
    public Uni<Optional<Chunk>> lease(Tx tx, Instant now, Duration lease) {
        return run(tx, LEASE, Tuple.of(utc(now), lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Chunk(
                                row.getUUID("run_id"),
                                row.getInteger("number"),
                                row.getLocalDate("date"),
                                row.getUUID("from_loan"),
                                row.getUUID("to_loan")))
                        .findFirst());
    }

    @Override
    public Uni<Void> report(Tx tx, Chunk chunk, Tally tally, Instant retryAt) {
        Tuple values = Tuple.tuple()
                .addUUID(chunk.runId())
                .addInteger(chunk.number())
                .addInteger(tally.loans())
                .addInteger(tally.billed())
                .addInteger(tally.repriced())
                .addInteger(tally.debits())
                .addInteger(tally.withoutCard())
                .addInteger(tally.deferred())
                .addInteger(tally.missing())
                .addString(tally.missingRate().orElse(null))
                .addOffsetDateTime(utc(retryAt));
        return run(tx, REPORT, values).replaceWithVoid();
    }

    @Override
    public Uni<Void> finish(Tx tx, Instant now) {
        return run(tx, FINISH, Tuple.of(utc(now))).replaceWithVoid();
    }

    private static List<DueRun> runs(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PgDueRuns::dueRun)
                .toList();
    }

    private static DueRun dueRun(Row row) {
        var tally = new Tally(
                row.getInteger("loans"),
                row.getInteger("billed"),
                row.getInteger("repriced"),
                row.getInteger("debits"),
                row.getInteger("without_card"),
                row.getInteger("deferred"),
                row.getInteger("missing"),
                Optional.ofNullable(row.getString("missing_rate")));
        return new DueRun(
                row.getUUID("id"),
                row.getLocalDate("date"),
                row.getString("started_by"),
                row.getOffsetDateTime("started_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(OffsetDateTime::toInstant),
                row.getInteger("chunks"),
                row.getInteger("chunks_done"),
                tally);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
