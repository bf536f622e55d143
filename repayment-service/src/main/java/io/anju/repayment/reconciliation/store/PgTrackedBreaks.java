package io.anju.repayment.reconciliation.store;

import io.anju.kit.id.Ids;
import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.reconciliation.ReconciliationSteps.Task;
import io.anju.repayment.reconciliation.TrackedBreaks;
import io.anju.repayment.reconciliation.model.Finding;
import io.anju.repayment.reconciliation.model.TrackedBreak;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
    // What was told of before keeps its id, owner and age; so does what an earlier comparison of the date has found
    // alike. That it is money for what was paid already, the other side alone can say.
    private static final String RECORD = "WITH " + FOUND + """
            , stays AS (
                SELECT DISTINCT ON (f.id) f.id AS found, b.id
                FROM found f JOIN rail_break b ON b.reference = f.reference
                WHERE b.source = $12 AND b.date = $1 AND b.overtaken_by IS NULL AND b.overtakes IS NULL
                  AND b.told = f.told AND b.booked = f.booked
                  AND (f.told <> 0 OR f.booked <> 0 OR b.theirs = f.theirs)
                  AND ((f.kind = 'POSTED_TWICE') = (b.kind = 'POSTED_TWICE')
                       OR (f.kind = 'MISSING_AT_BANK' AND b.kind = 'POSTED_TWICE'))
                ORDER BY f.id, b.kind = f.kind DESC, b.id),
            standing AS (
                UPDATE rail_break b SET comparison = $13 FROM stays s WHERE b.id = s.id),
            known AS (
                SELECT DISTINCT ON (f.id) f.id AS found, b.id
                FROM found f JOIN rail_break b ON b.reference = f.reference
                WHERE b.date IS NULL AND b.source = $12 AND b.state <> 'RESOLVED' AND f.kind <> 'POSTED_TWICE'
                  AND f.id NOT IN (SELECT found FROM stays)
                ORDER BY f.id, b.kind = f.kind DESC, b.id),
            adopted AS (
                UPDATE rail_break b
                SET date = $1, ordered = f.ordered, booked = f.booked, told = f.told, suspense = f.suspense,
                    ours = f.ours, theirs = f.theirs, comparison = $13,
                    kind = CASE WHEN b.kind = 'POSTED_TWICE' AND f.kind = 'MISSING_AT_BANK'
                                     AND NOT EXISTS (SELECT FROM found g
                                                     WHERE g.reference = f.reference AND g.kind = 'POSTED_TWICE')
                                THEN b.kind ELSE f.kind END
                FROM known k JOIN found f ON f.id = k.found
                WHERE b.id = k.id)
            INSERT INTO rail_break (id, source, date, comparison, kind, reference, ordered, booked, told, suspense, ours,
                                    theirs, found_at)
            SELECT f.id, $12, $1, $13, f.kind, f.reference, f.ordered, f.booked, f.told, f.suspense, f.ours, f.theirs, $11
            FROM found f
            WHERE f.id NOT IN (SELECT found FROM known) AND f.id NOT IN (SELECT found FROM stays)
            """;
    private static final String OF_DATE = " WHERE b.source = $1 AND b.date = $2";
    private static final String NOT_FOUND =
            OF_DATE + " AND b.overtaken_by IS NULL AND b.overtakes IS NULL AND b.comparison < $3";
    private static final String GONE = BreakRows.READ + NOT_FOUND + """
             AND b.state <> 'RESOLVED' AND b.suspended_by IS NOT NULL AND b.released_by IS NULL
            ORDER BY b.id LIMIT $4 FOR UPDATE OF b
            """;
    // What ended by itself and explained nothing needs no correction.
    private static final String OVERTAKE = """
            UPDATE rail_break b
            SET overtaken_by = $3, remedy = coalesce(old.decided, 'CORRECTED'),
                reason = coalesce(old.reason_then, 'file version ' || r.version || ', SHA-256 ' || coalesce(r.sha256, '?')),
                proposed_by = CASE WHEN b.state = 'RESOLVED' THEN b.proposed_by END,
                resolved_by = coalesce(b.resolved_by, 'reconciliation'), resolved_at = coalesce(b.resolved_at, $4),
                suspense = CASE WHEN b.suspended_by IS NULL THEN 0 ELSE b.suspense END, state = 'RESOLVED'
            FROM reconciliation r, (
                SELECT b.id, CASE WHEN b.state = 'RESOLVED' THEN b.remedy END AS decided,
                       CASE WHEN b.state = 'RESOLVED' THEN b.reason END AS reason_then
                FROM rail_break b
            """ + NOT_FOUND + """
                 AND NOT (b.state = 'RESOLVED' AND b.difference = 0)) old
            WHERE b.id = old.id AND r.source = $1 AND r.date = $2
            RETURNING b.id, b.remedy
            """;
    private static final String PAID_OUT = """
            INSERT INTO rail_break (id, source, date, comparison, kind, reference, booked, told, ours, theirs, found_at,
                                    overtakes)
            SELECT i.id, b.source, b.date, b.overtaken_by, 'MISSING_AT_RAIL', b.reference, 0, 0,
                   'TO_COUNTER ' || b.suspense, 'none', $3, b.id
            FROM unnest($1::uuid[], $2::uuid[]) AS i (id, overtaken) JOIN rail_break b ON b.id = i.overtaken
            """;
    private static final String LEFT_WITH_PAYEE = """
            INSERT INTO rail_break (id, source, date, comparison, kind, reference, booked, told, ours, theirs, found_at,
                                    overtakes)
            SELECT $1, b.source, b.date, b.comparison, 'MISSING_AT_RAIL', b.reference, 0, 0,
                   'TO_COUNTER ' || b.suspense, 'none', $3, b.id
            FROM rail_break b WHERE b.id = $2
            """;
    private static final String TO_SUSPEND = BreakRows.READ + OF_DATE + """
             AND b.suspense <> 0 AND b.suspended_by IS NULL AND b.state <> 'RESOLVED'
            ORDER BY b.id LIMIT $3 FOR UPDATE OF b
            """;
    private static final String SUSPENDED = """
            UPDATE rail_break b SET suspended_by = s.transfer
            FROM unnest($1::uuid[], $2::uuid[]) AS s (id, transfer) WHERE b.id = s.id
            """;
    private static final String RELEASED_ALL = SUSPENDED.replace("suspended_by", "released_by");
    private static final String RELEASED = "UPDATE rail_break SET released_by = $2 WHERE id = $1";
    private static final String BY_IDS = BreakRows.READ + " WHERE b.id = ANY ($1) ORDER BY b.id";
    private static final String FIND = BreakRows.READ + " WHERE b.id = $1";
    private static final String FIND_FOR_UPDATE = FIND + " FOR UPDATE OF b";
    private static final String WHICH = """
             AND b.id > $1 AND ($2::text IS NULL OR b.kind = $2) AND ($3::boolean IS NULL OR (b.state = 'RESOLVED') = $3)
             AND ($4::text IS NULL OR b.source = $4)
            ORDER BY b.id LIMIT $5
            """;
    private static final String LIST = BreakRows.READ + " WHERE true" + WHICH;
    private static final String LIST_OF_DATE = BreakRows.READ + " WHERE b.date = $6" + WHICH;
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
    public Uni<Void> record(Tx tx, Task date, int comparison, List<Finding> findings, Instant now) {
        if (findings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(date.date());
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
        columns.addString(date.source().name());
        columns.addInteger(comparison);
        return run(tx, RECORD, columns).replaceWithVoid();
    }

    @Override
    public Uni<List<TrackedBreak>> listGone(Tx tx, Task date, int comparison, int limit) {
        return run(tx, GONE, of(date).addInteger(comparison).addInteger(limit)).map(BreakRows::read);
    }

    @Override
    public Uni<Void> overtake(Tx tx, Task date, int comparison, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        return run(tx, OVERTAKE, of(date).addInteger(comparison).addOffsetDateTime(at))
                .flatMap(over -> {
                    UUID[] paidOut = StreamSupport.stream(over.spliterator(), false)
                            .filter(row -> row.getString("remedy").equals("TO_COUNTER"))
                            .map(row -> row.getUUID("id"))
                            .toArray(UUID[]::new);
                    UUID[] opened =
                            List.of(paidOut).stream().map(one -> ids.next()).toArray(UUID[]::new);
                    return run(tx, PAID_OUT, Tuple.of(opened, paidOut, at));
                })
                .replaceWithVoid();
    }

    private static Tuple of(Task date) {
        return Tuple.of(date.source().name(), date.date());
    }

    @Override
    public Uni<List<TrackedBreak>> listToSuspend(Tx tx, Task date, int limit) {
        return run(tx, TO_SUSPEND, of(date).addInteger(limit)).map(BreakRows::read);
    }

    @Override
    public Uni<List<TrackedBreak>> listLeftOver(Tx tx, int limit) {
        return run(tx, SidesNow.LEFT_OVER, Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID(0))
                        .toArray(UUID[]::new))
                .flatMap(ids -> run(tx, BY_IDS, Tuple.of(ids)))
                .map(BreakRows::read);
    }

    @Override
    public Uni<Void> suspended(Tx tx, Map<UUID, UUID> transfers) {
        return run(tx, SUSPENDED, pairs(transfers)).replaceWithVoid();
    }

    @Override
    public Uni<Void> releasedAll(Tx tx, Map<UUID, UUID> transfers) {
        return run(tx, RELEASED_ALL, pairs(transfers)).replaceWithVoid();
    }

    private static Tuple pairs(Map<UUID, UUID> transfers) {
        UUID[] breaks = transfers.keySet().toArray(UUID[]::new);
        UUID[] ofEach = List.of(breaks).stream().map(transfers::get).toArray(UUID[]::new);
        return Tuple.of(breaks, ofEach);
    }

    @Override
    public Uni<Void> released(Tx tx, UUID id, UUID transfer) {
        return run(tx, RELEASED, Tuple.of(id, transfer)).replaceWithVoid();
    }

    @Override
    public Uni<Void> leftWithPayee(Tx tx, UUID id, Instant now) {
        return run(tx, LEFT_WITH_PAYEE, Tuple.of(ids.next(), id, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> resolveAgreed(Tx tx, Instant now, int limit) {
        return run(tx, SidesNow.AGREE, Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .map(RowSet::rowCount);
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
        values.addString(filter.source().map(Enum::name).orElse(null));
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
