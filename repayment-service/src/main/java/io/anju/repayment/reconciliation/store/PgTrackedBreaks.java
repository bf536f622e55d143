package io.anju.repayment.reconciliation.store;

import io.anju.kit.id.Ids;
import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.reconciliation.TrackedBreaks;
import io.anju.repayment.reconciliation.model.Finding;
import io.anju.repayment.reconciliation.model.TrackedBreak;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Breaks in the table rail_break. */
@ApplicationScoped
class PgTrackedBreaks implements TrackedBreaks {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String FOUND = """
            found AS MATERIALIZED (
                SELECT * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[],
                                     $8::bigint[], $9::text[], $10::text[])
                             AS f (id, kind, reference, ordered, booked, told, suspense, ours, theirs))
            """;
    // What the rail has told of before keeps its id, owner and age. That it is money for what was paid already, it
    // alone
    // can say.
    private static final String RECORD = "WITH " + FOUND + """
            , known AS (
                SELECT DISTINCT ON (f.id) f.id AS found, b.id
                FROM found f JOIN rail_break b ON b.reference = f.reference
                WHERE b.date IS NULL AND b.state <> 'RESOLVED' AND f.kind <> 'POSTED_TWICE'
                ORDER BY f.id, b.kind = f.kind DESC, b.id),
            adopted AS (
                UPDATE rail_break b
                SET date = $1, ordered = f.ordered, booked = f.booked, told = f.told, suspense = f.suspense,
                    ours = f.ours, theirs = f.theirs,
                    kind = CASE WHEN b.kind = 'POSTED_TWICE' AND f.kind = 'MISSING_AT_BANK'
                                     AND NOT EXISTS (SELECT FROM found g
                                                     WHERE g.reference = f.reference AND g.kind = 'POSTED_TWICE')
                                THEN b.kind ELSE f.kind END
                FROM known k JOIN found f ON f.id = k.found
                WHERE b.id = k.id)
            INSERT INTO rail_break (id, date, kind, reference, ordered, booked, told, suspense, ours, theirs, found_at)
            SELECT f.id, $1, f.kind, f.reference, f.ordered, f.booked, f.told, f.suspense, f.ours, f.theirs, $11
            FROM found f WHERE f.id NOT IN (SELECT found FROM known)
            """;
    private static final String TO_SUSPEND = BreakRows.READ + """
            WHERE b.date = $1 AND b.suspense <> 0 AND b.suspended_by IS NULL AND b.state <> 'RESOLVED'
            ORDER BY b.id LIMIT $2 FOR UPDATE OF b
            """;
    private static final String SUSPENDED = """
            UPDATE rail_break b SET suspended_by = s.transfer
            FROM unnest($1::uuid[], $2::uuid[]) AS s (id, transfer) WHERE b.id = s.id
            """;
    private static final String RELEASED = "UPDATE rail_break SET released_by = $2 WHERE id = $1";
    // What the rail moved under a break's reference, counted once, and what was posted under it by now.
    private static final String SIDES_NOW = """
            CROSS JOIN LATERAL (
                SELECT coalesce((SELECT CASE l.kind WHEN 'DEBIT' THEN l.amount ELSE -l.amount END FROM rail_line l
                                 WHERE l.reference = b.reference AND l.state = 'SUCCEEDED'
                                 ORDER BY l.date, l.line LIMIT 1), 0) AS amount) moved
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(e.amount), 0)::bigint AS amount
                FROM entry e
                JOIN account a ON a.id = e.account_id AND a.code = 'RAIL_CLEARING'
                WHERE e.transfer_id IN (SELECT id FROM transfer WHERE idempotency_key = b.reference
                                        UNION ALL
                                        SELECT r.id FROM transfer p JOIN transfer r ON r.reverses = p.id
                                        WHERE p.idempotency_key = b.reference)) posted
            """;
    // The order's outcome is known and is the file's, and what was posted by now is what the rail moved.
    private static final String AGREE = """
            UPDATE rail_break b
            SET state = 'RESOLVED', remedy = 'AGREED', reason = 'posted and listed alike', proposed_by = NULL,
                resolved_by = 'reconciliation', resolved_at = $1
            FROM (
                SELECT b.id FROM rail_break b JOIN rail_order o ON o.reference = b.reference
            """ + SIDES_NOW + """
                WHERE b.state <> 'RESOLVED' AND b.date IS NOT NULL AND b.suspense = 0
                  AND b.kind IN ('STATUS_DIFFERS', 'MISSING_AT_BANK', 'MISSING_AT_RAIL')
                  AND o.state IN ('SUCCEEDED', 'FAILED') AND (o.state = 'SUCCEEDED') = (moved.amount <> 0)
                  AND moved.amount = posted.amount
                ORDER BY b.id LIMIT $2 FOR UPDATE OF b SKIP LOCKED) agreed
            WHERE b.id = agreed.id
            """;
    private static final String LEFT_OVER = """
            UPDATE rail_break b SET suspense = rest.amount
            FROM (
                SELECT b.id, moved.amount - posted.amount AS amount
                FROM rail_break b JOIN rail_order o ON o.reference = b.reference
            """ + SIDES_NOW + """
                WHERE b.state <> 'RESOLVED' AND b.date IS NOT NULL AND b.suspense = 0 AND b.kind = 'STATUS_DIFFERS'
                  AND o.state IN ('SUCCEEDED', 'FAILED')
                  AND moved.amount <> 0 AND sign(moved.amount - posted.amount) = sign(moved.amount)
                ORDER BY b.id LIMIT $1 FOR UPDATE OF b SKIP LOCKED) rest
            WHERE b.id = rest.id
            RETURNING b.id
            """;
    private static final String BY_IDS = BreakRows.READ + " WHERE b.id = ANY ($1) ORDER BY b.id";
    private static final String FIND = BreakRows.READ + " WHERE b.id = $1";
    private static final String FIND_FOR_UPDATE = FIND + " FOR UPDATE OF b";
    private static final String WHICH = """
             AND b.id > $1 AND ($2::text IS NULL OR b.kind = $2) AND ($3::boolean IS NULL OR (b.state = 'RESOLVED') = $3)
            ORDER BY b.id LIMIT $4
            """;
    private static final String LIST = BreakRows.READ + " WHERE true" + WHICH;
    private static final String LIST_OF_DATE = BreakRows.READ + " WHERE b.date = $5" + WHICH;
    private static final String COUNT_OPEN = """
            SELECT kind, least(greatest(floor(extract(epoch FROM $1::timestamptz - found_at) / 86400), 0)::int, $2::int) AS days,
                   count(*) AS count
            FROM rail_break WHERE state <> 'RESOLVED' GROUP BY 1, 2
            """;

    private final Ids ids;

    PgTrackedBreaks(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Uni<Void> record(Tx tx, LocalDate date, List<Finding> findings, Instant now) {
        if (findings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(date);
        columns.addArrayOfUUID(findings.stream().map(found -> ids.next()).toArray(UUID[]::new));
        columns.addArrayOfString(texts(findings, found -> found.kind().name()));
        columns.addArrayOfString(texts(findings, Finding::reference));
        columns.addArrayOfLong(amounts(findings, Finding::ordered));
        columns.addArrayOfLong(amounts(findings, Finding::booked));
        columns.addArrayOfLong(amounts(findings, Finding::told));
        columns.addArrayOfLong(amounts(findings, Finding::suspense));
        columns.addArrayOfString(texts(findings, Finding::ours));
        columns.addArrayOfString(texts(findings, Finding::theirs));
        columns.addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        return run(tx, RECORD, columns).replaceWithVoid();
    }

    @Override
    public Uni<List<TrackedBreak>> listToSuspend(Tx tx, LocalDate date, int limit) {
        return run(tx, TO_SUSPEND, Tuple.of(date, limit)).map(BreakRows::read);
    }

    @Override
    public Uni<List<TrackedBreak>> listLeftOver(Tx tx, int limit) {
        return run(tx, LEFT_OVER, Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .toArray(UUID[]::new))
                .flatMap(ids -> run(tx, BY_IDS, Tuple.of(ids)))
                .map(BreakRows::read);
    }

    @Override
    public Uni<Void> suspended(Tx tx, Map<UUID, UUID> transfers) {
        UUID[] breaks = transfers.keySet().toArray(UUID[]::new);
        UUID[] ofEach = List.of(breaks).stream().map(transfers::get).toArray(UUID[]::new);
        return run(tx, SUSPENDED, Tuple.of(breaks, ofEach)).replaceWithVoid();
    }

    @Override
    public Uni<Void> released(Tx tx, UUID id, UUID transfer) {
        return run(tx, RELEASED, Tuple.of(id, transfer)).replaceWithVoid();
    }

    @Override
    public Uni<Integer> resolveAgreed(Tx tx, Instant now, int limit) {
        return run(tx, AGREE, Tuple.of(now.atOffset(ZoneOffset.UTC), limit)).map(RowSet::rowCount);
    }

    @Override
    public Uni<Optional<TrackedBreak>> find(Tx tx, UUID id) {
        return run(tx, FIND, Tuple.of(id))
                .map(rows -> BreakRows.read(rows).stream().findFirst());
    }

    @Override
    public Uni<Optional<TrackedBreak>> findForUpdate(Tx tx, UUID id) {
        return run(tx, FIND_FOR_UPDATE, Tuple.of(id))
                .map(rows -> BreakRows.read(rows).stream().findFirst());
    }

    @Override
    public Uni<List<TrackedBreak>> list(Tx tx, Filter filter, Optional<UUID> after, int limit) {
        Tuple values = Tuple.of(after.orElse(FIRST));
        values.addString(filter.kind().map(Enum::name).orElse(null));
        values.addBoolean(filter.resolved().orElse(null));
        values.addInteger(limit);
        filter.date().ifPresent(values::addLocalDate);
        return run(tx, filter.date().isPresent() ? LIST_OF_DATE : LIST, values).map(BreakRows::read);
    }

    @Override
    public Uni<Void> save(Tx tx, TrackedBreak after) {
        return run(tx, BreakRows.SAVE, BreakRows.toSave(after.id(), after.state()))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Open>> countOpen(Tx tx, Instant now, int most) {
        return run(tx, COUNT_OPEN, Tuple.of(now.atOffset(ZoneOffset.UTC), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Open(
                                Break.Kind.valueOf(row.getString("kind")),
                                row.getInteger("days"),
                                row.getLong("count")))
                        .toList());
    }

    private static String[] texts(List<Finding> findings, Function<Finding, String> column) {
        return findings.stream().map(column).toArray(String[]::new);
    }

    private static Long[] amounts(List<Finding> findings, Function<Finding, @Nullable Long> column) {
        return findings.stream().map(column).toArray(Long[]::new);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
