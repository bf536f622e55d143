package io.anju.repayment.duerun.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.kit.wake.Bells;
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
            ON CONFLICT (date) DO UPDATE SET started_by = due_run.started_by
            RETURNING id
            """;
    private static final String RUN_AGAIN = """
            UPDATE due_run r SET state = 'RUNNING', finished_at = NULL
            WHERE r.state = 'DONE' AND EXISTS (SELECT FROM due_run_chunk c WHERE c.run_id = r.id AND c.state = 'OPEN')
            """;
    private static final String READ = """
            SELECT r.id, r.date, r.started_by, r.started_at, r.finished_at, r.loans_due,
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
            WITH open AS (
                SELECT o.run_id, o.number, r.date
                FROM due_run_chunk o JOIN due_run r ON r.id = o.run_id
                WHERE o.state = 'OPEN' AND o.leased_until <= $1 AND r.date <= $3
                ORDER BY r.date, o.number LIMIT 1
                FOR UPDATE OF o SKIP LOCKED)
            UPDATE due_run_chunk c
            SET leased_until = $1::timestamptz + $2::bigint * interval '1 ms', attempts = c.attempts + 1
            FROM open WHERE c.run_id = open.run_id AND c.number = open.number
            RETURNING c.run_id, c.number, open.date, c.from_loan, c.to_loan
            """;
    private static final String TAKE = """
            SELECT c.from_loan, c.to_loan, c.done_to, r.first_day
            FROM due_run_chunk c JOIN due_run r ON r.id = c.run_id
            WHERE c.run_id = $1 AND c.number = $2 AND c.state = 'OPEN' FOR UPDATE OF c
            """;
    // What waits is counted anew each time from the beginning of the chunk; all else adds up.
    private static final String REPORT = """
            UPDATE due_run_chunk
            SET loans = loans + $3, billed = billed + $4, repriced = repriced + $5, debits = debits + $6,
                without_card = without_card + $7,
                deferred = CASE WHEN done_to IS NULL THEN 0 ELSE deferred END + $8,
                missing = CASE WHEN done_to IS NULL THEN 0 ELSE missing END + $9,
                missing_rate = coalesce($10::text, CASE WHEN done_to IS NULL THEN NULL ELSE missing_rate END),
                done_to = $11::uuid
            WHERE run_id = $1 AND number = $2
            """;
    private static final String CLOSE = """
            UPDATE due_run_chunk
            SET state = CASE WHEN $3::boolean AND deferred = 0 THEN 'DONE' ELSE 'OPEN' END,
                leased_until = CASE WHEN $3::boolean AND deferred > 0
                                    THEN $4::timestamptz
                                         + least($5::float8 * power(2, least(attempts, 10)), 60000) * interval '1 ms'
                                    ELSE '-infinity' END,
                attempts = CASE WHEN $6::boolean THEN 0 ELSE attempts END
            WHERE run_id = $1 AND number = $2
            """;
    // A chunk that is being worked on has read the rates already: its lock is waited for, and it is looked at again.
    private static final String RATE_HEARD = """
            UPDATE due_run_chunk SET state = 'OPEN', done_to = NULL, leased_until = '-infinity'
            WHERE missing > 0 OR (state = 'OPEN' AND leased_until > now())
            """;
    private static final String BACKLOG = """
            SELECT (SELECT count(*) FROM due_run WHERE state = 'RUNNING'), count(*),
                   coalesce(sum(deferred), 0), (SELECT coalesce(sum(missing), 0) FROM due_run_chunk WHERE missing > 0)
            FROM due_run_chunk WHERE state = 'OPEN'
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
                .call(id -> run(tx, DueWork.FIRST_DAY, Tuple.of(id, date)))
                .call(id -> run(tx, DueWork.CUT, Tuple.of(id, date, (long) chunkSize, utc(now))))
                .call(id -> run(tx, DueWork.REOPEN, Tuple.of(id, date, utc(now))))
                .call(id -> run(tx, RUN_AGAIN, Tuple.tuple()))
                .call(id -> Bells.ring(tx, BELL));
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
    public Uni<Optional<Chunk>> lease(Tx tx, LocalDate today, Instant now, Duration lease) {
        return run(tx, LEASE, Tuple.of(utc(now), lease.toMillis(), today))
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
    public Uni<Optional<Part>> take(Tx tx, Chunk chunk, Instant now, int limit) {
        return run(tx, TAKE, Tuple.of(chunk.runId(), chunk.number()))
                .flatMap(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : list(tx, chunk, rows.iterator().next(), now, limit).map(Optional::of));
    }

    private static Uni<Part> list(Tx tx, Chunk chunk, Row bounds, Instant now, int limit) {
        UUID doneTo = bounds.getUUID("done_to");
        Tuple values = Tuple.tuple()
                .addLocalDate(chunk.date())
                .addUUID(doneTo != null ? doneTo : DueWork.before(bounds.getUUID("from_loan")))
                .addUUID(bounds.getUUID("to_loan"))
                .addInteger(limit)
                .addOffsetDateTime(utc(now))
                .addLocalDate(bounds.getLocalDate("first_day"));
        return run(tx, DueWork.LIST, values).map(rows -> {
            List<UUID> ids = StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getUUID(0))
                    .toList();
            return new Part(ids, ids.size() < limit);
        });
    }

    @Override
    public Uni<Void> report(Tx tx, Chunk chunk, Part part, Tally tally, Instant now, Duration retry) {
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
                .addUUID(part.last() ? null : part.loanIds().getLast());
        return run(tx, REPORT, values)
                .flatMap(added -> run(
                        tx,
                        CLOSE,
                        Tuple.of(
                                chunk.runId(),
                                chunk.number(),
                                part.last(),
                                utc(now),
                                (double) retry.toMillis(),
                                tally.billed() + tally.debits() > 0)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> rateHeard(Tx tx) {
        return run(tx, RATE_HEARD, Tuple.tuple())
                .flatMap(opened -> run(tx, RUN_AGAIN, Tuple.tuple()))
                .flatMap(opened -> Bells.ring(tx, BELL));
    }

    @Override
    public Uni<Backlog> backlog(Tx tx) {
        return run(tx, BACKLOG, Tuple.tuple())
                .map(rows -> rows.iterator().next())
                .map(row -> new Backlog(row.getLong(0), row.getLong(1), row.getLong(2), row.getLong(3)));
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
                row.getInteger("loans_due"),
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
