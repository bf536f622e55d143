package io.anju.repayment.reconciliation.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.Sources;
import io.anju.repayment.reconciliation.model.SharedFact;
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
import org.jspecify.annotations.Nullable;

/** Lines, orders and postings, brought together by reference in one pass over a date. */
@ApplicationScoped
class PgSources implements Sources {

    private static final int REFERENCES_AT_ONCE = 500;

    /** Postings of a date, {@code $1}, on a clearing account, {@code $2}, by reference; a reversal counts for what it undoes. */
    static final String POSTED = """
            posted AS MATERIALIZED (
                SELECT coalesce(o.idempotency_key, t.idempotency_key) AS reference, t.loan_id, e.amount,
                       coalesce(o.kind, t.kind) IN ('SUSPENSE', 'RELEASE') AS suspense
                FROM transfer t
                JOIN entry e ON e.transfer_id = t.id
                JOIN account a ON a.id = e.account_id AND a.code = $2
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
            JOIN account a ON a.id = e.account_id AND a.code IN ('RAIL_CLEARING', 'WALLET_CLEARING')
            """;
    // What plainly agrees is left out first, so that the rest costs what it is and not what the day was.
    private static final String SIDES =
            "WITH " + POSTED + """
            , booked AS (
                SELECT reference, sum(amount)::bigint AS amount FROM posted WHERE NOT suspense
                GROUP BY reference HAVING sum(amount) <> 0),
            listed AS (
                SELECT l.reference, count(*) FILTER (WHERE l.state = 'SUCCEEDED') AS succeeded,
                       count(*) FILTER (WHERE l.state = 'FAILED') AS failed, coalesce(sum(l.moved), 0)::bigint AS told,
                       coalesce((array_agg(l.moved ORDER BY l.line) FILTER (WHERE l.state = 'SUCCEEDED'))[1], 0) AS first,
                       coalesce(bool_or(l.funds = 'CREDIT'), false) AS credit
                FROM rail_line l JOIN reconciliation n USING (source, date, version)
                WHERE l.source = $3 AND l.date = $1
                  AND l.kind IN ('DEBIT', 'PAYOUT', 'WALLET_DEBIT', 'WALLET_RETURN')
                GROUP BY l.reference),
            both_sides AS (
                SELECT reference, coalesce(l.succeeded, 0)::int AS succeeded, coalesce(l.failed, 0)::int AS failed,
                       coalesce(l.told, 0) AS told, coalesce(l.first, 0) AS first, coalesce(b.amount, 0) AS booked,
                       coalesce(l.credit, false) AS credit
                FROM listed l FULL JOIN booked b USING (reference)),
            sides AS (
                SELECT s.reference, s.succeeded, s.failed, s.told, s.first, s.booked,
                       CASE WHEN o.state IN ('PLACED', 'SENT') THEN 'OPEN'
                            WHEN o.kind <> 'WALLET_DEBIT' OR s.succeeded = 0 THEN o.state
                            -- Credit that was taken has moved, though the payment failed for it.
                            WHEN o.reason = 'PAID_FROM_CREDIT' AND s.credit THEN 'SUCCEEDED'
                            WHEN o.reason = 'PAID_FROM_CREDIT' OR (o.state = 'SUCCEEDED' AND s.credit) THEN 'OTHER_FUNDS'
                            ELSE o.state END AS state,
                       CASE WHEN o.kind IN ('DEBIT', 'WALLET_DEBIT') THEN coalesce(o.moved, o.amount)
                            ELSE -o.amount END AS ordered,
                       o.part_accepted AND o.state <> 'SUCCEEDED' AS part_accepted,
                       coalesce((SELECT p.moved
                                 FROM rail_line p JOIN reconciliation n USING (source, date, version)
                                 WHERE p.reference = s.reference AND p.source = $3 AND p.date < $1 AND p.moved <> 0
                                 ORDER BY p.date, p.line LIMIT 1), 0) AS before
                FROM both_sides s LEFT JOIN rail_order o ON o.reference = s.reference
                    AND ($3 = 'WALLET') = (o.kind IN ('WALLET_DEBIT', 'WALLET_RETURN')))
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
    private static final String LISTED = """
            SELECT l.transaction_id, coalesce(l.funds = 'CREDIT', false) AS credit
            FROM rail_line l JOIN reconciliation n USING (source, date, version)
            WHERE l.source = $1 AND l.date = $2 AND l.reference = $3
            ORDER BY l.state = 'SUCCEEDED' DESC, l.line LIMIT 1
            """;
    // Whatever we know by the date that they have heard, a file up to it lists; whatever the date's lists, we have
    // told.
    private static final String FACTS = """
            WITH ours AS NOT MATERIALIZED (
                SELECT id::text AS reference, 'LINK' AS kind, 0::bigint AS amount, answered_on AS known_on
                FROM wallet_link
                UNION ALL
                SELECT id::text, kind, limit_fen, delivered_on FROM wallet_notice),
            theirs AS NOT MATERIALIZED (
                SELECT l.reference, l.kind, l.amount, l.date
                FROM rail_line l JOIN reconciliation n USING (source, date, version)
                WHERE l.source = 'WALLET' AND l.date <= $1
                  AND l.kind IN ('LINK', 'LIMIT', 'CLOSING_REQUESTED', 'CLOSING_UNDONE', 'CLOSED')),
            concerned AS (
                SELECT reference FROM theirs WHERE date = $1 UNION SELECT reference FROM ours WHERE known_on = $1)
            SELECT c.reference, o.kind AS our_kind, o.amount AS our_amount, t.kind AS their_kind, t.amount AS their_amount
            FROM concerned c
            LEFT JOIN ours o USING (reference)
            LEFT JOIN LATERAL (SELECT kind, amount FROM theirs WHERE reference = c.reference
                               ORDER BY date DESC LIMIT 1) t ON true
            ORDER BY c.reference
            """;

    @Override
    public Uni<Void> forEachPart(Tx tx, Channel source, LocalDate date, Function<List<Sides>, Uni<Void>> work) {
        var which = Tuple.of(date, Sources.clearing(source).name(), source.name());
        return forEachPart(tx, SIDES, which, rows -> work.apply(list(rows, PgSources::sides)));
    }

    @Override
    public Uni<Void> forEachPartOfFacts(
            Tx tx, Channel source, LocalDate date, Function<List<SharedFact>, Uni<Void>> work) {
        return source == Channel.WALLET
                ? forEachPart(tx, FACTS, Tuple.of(date), rows -> work.apply(list(rows, PgSources::fact)))
                : Uni.createFrom().voidItem();
    }

    private static Uni<Void> forEachPart(Tx tx, String sql, Tuple which, Function<RowSet<Row>, Uni<Void>> work) {
        return PgTx.connection(tx)
                .prepare(sql)
                .flatMap(prepared -> parts(prepared.cursor(which), work).eventually(prepared::close));
    }

    private static Uni<Void> parts(Cursor cursor, Function<RowSet<Row>, Uni<Void>> work) {
        return Multi.createBy()
                .repeating()
                .uni(() -> cursor.read(REFERENCES_AT_ONCE)
                        .flatMap(rows -> work.apply(rows))
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
    public Uni<Listed> listed(Tx tx, Channel source, LocalDate date, String reference) {
        return PgTx.connection(tx)
                .preparedQuery(LISTED)
                .execute(Tuple.of(source.name(), date, reference))
                .map(rows -> rows.iterator().next())
                .map(row -> new Listed(row.getString("transaction_id"), row.getBoolean("credit")));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static SharedFact fact(Row row) {
        return new SharedFact(row.getString("reference"), said(row, "our_"), said(row, "their_"));
    }

    private static SharedFact.@Nullable Said said(Row row, String side) {
        String kind = row.getString(side + "kind");
        return kind == null ? null : new SharedFact.Said(kind, row.getLong(side + "amount"));
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
                state == null
                        ? null
                        : new Sides.Ordered(
                                Sides.State.valueOf(state), row.getLong("ordered"), row.getBoolean("part_accepted")),
                row.getLong("booked"),
                row.getLong("to_date"),
                row.getLong("later"));
    }
}
