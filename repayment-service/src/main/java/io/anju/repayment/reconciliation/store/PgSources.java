package io.anju.repayment.reconciliation.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.reconciliation.Sources;
import io.anju.repayment.reconciliation.model.Sides;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Lines, orders and postings, brought together by reference in one pass over a date. */
@ApplicationScoped
class PgSources implements Sources {

    private static final int REFERENCES_AT_ONCE = 500;

    /** Postings of a date, {@code $1}, on the rail's clearing account by reference; a reversal counts for what it undoes. */
    static final String POSTED = """
            posted AS MATERIALIZED (
                SELECT coalesce(o.idempotency_key, t.idempotency_key) AS reference, t.loan_id, e.amount,
                       coalesce(o.kind, t.kind) IN ('SUSPENSE', 'RELEASE') AS suspense
                FROM transfer t
                JOIN entry e ON e.transfer_id = t.id
                JOIN account a ON a.id = e.account_id AND a.code = 'RAIL_CLEARING'
                LEFT JOIN transfer o ON o.id = t.reverses
                WHERE t.business_date = $1)
            """;

    private static final String BOOKED = """
            SELECT coalesce(sum(e.amount), 0)::bigint AS all_days,
                   coalesce(sum(e.amount) FILTER (WHERE t.business_date <= %s), 0)::bigint AS to_date
            FROM (SELECT id, business_date FROM transfer WHERE idempotency_key = %s
                  UNION ALL
                  SELECT r.id, r.business_date
                  FROM transfer o JOIN transfer r ON r.reverses = o.id WHERE o.idempotency_key = %s) t
            JOIN entry e ON e.transfer_id = t.id
            JOIN account a ON a.id = e.account_id AND a.code = 'RAIL_CLEARING'
            """;
    // What plainly agrees is left out first, so that the rest costs what it is and not what the day was.
    private static final String SIDES =
            "WITH " + POSTED + """
            , booked AS (
                SELECT reference, sum(amount)::bigint AS amount FROM posted WHERE NOT suspense
                GROUP BY reference HAVING sum(amount) <> 0),
            listed AS (
                SELECT reference, count(*) FILTER (WHERE state = 'SUCCEEDED') AS succeeded,
                       count(*) FILTER (WHERE state = 'FAILED') AS failed,
                       coalesce(sum(CASE kind WHEN 'DEBIT' THEN amount ELSE -amount END)
                                FILTER (WHERE state = 'SUCCEEDED'), 0)::bigint AS told,
                       coalesce((array_agg(CASE kind WHEN 'DEBIT' THEN amount ELSE -amount END ORDER BY line)
                                 FILTER (WHERE state = 'SUCCEEDED'))[1], 0) AS first
                FROM rail_line WHERE date = $1 GROUP BY reference),
            sides AS (
                SELECT reference, coalesce(l.succeeded, 0)::int AS succeeded, coalesce(l.failed, 0)::int AS failed,
                       coalesce(l.told, 0) AS told, coalesce(l.first, 0) AS first, coalesce(b.amount, 0) AS booked,
                       CASE WHEN o.state IN ('PLACED', 'SENT') THEN 'OPEN' ELSE o.state END AS state,
                       CASE o.kind WHEN 'DEBIT' THEN o.amount ELSE -o.amount END AS ordered,
                       coalesce((SELECT CASE p.kind WHEN 'DEBIT' THEN p.amount ELSE -p.amount END
                                 FROM rail_line p
                                 WHERE p.reference = coalesce(l.reference, b.reference) AND p.date < $1
                                   AND p.state = 'SUCCEEDED'
                                 ORDER BY p.date, p.line LIMIT 1), 0) AS before
                FROM listed l FULL JOIN booked b USING (reference) LEFT JOIN rail_order o USING (reference))
            SELECT s.*, k.to_date, k.all_days - k.to_date AS later
            FROM sides s CROSS JOIN LATERAL (
            """ + BOOKED.formatted("$1", "s.reference", "s.reference") + """
            ) k
            WHERE NOT (s.before = 0 AND s.succeeded = 1 AND s.failed = 0 AND s.state = 'SUCCEEDED'
                       AND s.ordered = s.told AND s.booked = s.told AND s.state IS NOT NULL)
              AND NOT (s.before = 0 AND s.succeeded = 0 AND s.failed > 0 AND s.state = 'FAILED' AND s.booked = 0
                       AND s.state IS NOT NULL)
            """;
    private static final String BOOKED_EVER = BOOKED.formatted("'infinity'", "$1", "$1");
    private static final String TRANSACTION_ID = """
            SELECT transaction_id FROM rail_line WHERE date = $1 AND reference = $2
            ORDER BY state = 'SUCCEEDED' DESC, line LIMIT 1
            """;

    @Override
    public Uni<Void> forEachPart(Tx tx, LocalDate date, Function<List<Sides>, Uni<Void>> work) {
        return PgTx.connection(tx)
                .prepare(SIDES)
                .flatMap(
                        prepared -> parts(prepared.cursor(Tuple.of(date)), work).eventually(prepared::close));
    }

    private static Uni<Void> parts(Cursor cursor, Function<List<Sides>, Uni<Void>> work) {
        return Multi.createBy()
                .repeating()
                .uni(() -> cursor.read(REFERENCES_AT_ONCE)
                        .flatMap(rows -> work.apply(sides(rows)))
                        .map(done -> cursor.hasMore()))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    @Override
    public Uni<Long> booked(Tx tx, String reference) {
        return PgTx.connection(tx)
                .preparedQuery(BOOKED_EVER)
                .execute(Tuple.of(reference))
                .map(rows -> rows.iterator().next().getLong("all_days"));
    }

    @Override
    public Uni<String> transactionId(Tx tx, LocalDate date, String reference) {
        return PgTx.connection(tx)
                .preparedQuery(TRANSACTION_ID)
                .execute(Tuple.of(date, reference))
                .map(rows -> rows.iterator().next().getString(0));
    }

    private static List<Sides> sides(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(PgSources::sides)
                .toList();
    }

    private static Sides sides(Row row) {
        String state = row.getString("state");
        return new Sides(
                row.getString("reference"),
                row.getInteger("succeeded"),
                row.getInteger("failed"),
                row.getLong("first"),
                row.getLong("told"),
                row.getLong("before"),
                state == null ? null : new Sides.Ordered(Sides.State.valueOf(state), row.getLong("ordered")),
                row.getLong("booked"),
                row.getLong("to_date"),
                row.getLong("later"));
    }
}
