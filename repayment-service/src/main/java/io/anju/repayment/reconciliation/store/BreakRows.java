package io.anju.repayment.reconciliation.store;

import io.anju.repayment.rail.model.Break;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.BreakState;
import io.anju.repayment.reconciliation.model.OrderNow;
import io.anju.repayment.reconciliation.model.Remedy;
import io.anju.repayment.reconciliation.model.TrackedBreak;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows of rail_break turned into breaks and back. */
final class BreakRows {

    static final String READ = """
            SELECT b.*, coalesce(o.state IN ('PLACED', 'SENT'), false) AS order_open,
                   coalesce(o.state IN ('PLACED', 'SENT') AND o.attend_at = 'infinity', false) AS order_parked,
                   coalesce(o.part_accepted, false) AS part_accepted,
                   coalesce(o.kind = 'WALLET_RETURN' AND o.state = 'FAILED', false) AS return_refused,
                   coalesce(o.kind = 'PAYOUT' AND o.state <> 'SUCCEEDED', false) AS unpaid_payout,
                   CASE WHEN o.state IN ('PLACED', 'SENT') THEN (
                       SELECT count(*) FILTER (WHERE l.moved <> 0) = 0
                              AND (count(*) > 0
                                   OR o.attend_at = 'infinity'
                                      AND (SELECT count(*) = 2 FROM reconciliation d
                                           WHERE d.source = b.source AND d.state = 'DONE'
                                             AND d.date IN (o.parked_on, o.parked_on + 1)))
                       FROM rail_line l JOIN reconciliation n USING (source, date, version)
                       WHERE l.reference = b.reference AND l.source = b.source) ELSE false END AS moved_nothing
            FROM rail_break b LEFT JOIN rail_order o ON o.reference = b.reference
            """;
    static final String SAVE = """
            UPDATE rail_break SET state = $2, owner = $3, remedy = $4, reason = $5, proposed_by = $6, resolved_by = $7,
                                  resolved_at = $8
            WHERE id = $1
            """;

    private BreakRows() {}

    static List<TrackedBreak> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(BreakRows::read)
                .toList();
    }

    private static TrackedBreak read(Row row) {
        return new TrackedBreak(
                row.getUUID("id"),
                Channel.valueOf(row.getString("source")),
                row.getLocalDate("date"),
                new Break(
                        Break.Kind.valueOf(row.getString("kind")),
                        row.getString("reference"),
                        row.getString("ours"),
                        row.getString("theirs")),
                row.getLong("ordered"),
                row.getLong("booked"),
                row.getLong("told"),
                row.getLong("suspense"),
                row.getUUID("suspended_by") != null && row.getUUID("released_by") == null,
                new OrderNow(
                        row.getBoolean("order_open"),
                        row.getBoolean("order_parked"),
                        row.getBoolean("part_accepted"),
                        row.getBoolean("moved_nothing"),
                        row.getBoolean("return_refused"),
                        row.getBoolean("unpaid_payout")),
                row.getOffsetDateTime("found_at").toInstant(),
                row.getInteger("overtaken_by") != null,
                row.getUUID("overtakes"),
                state(row));
    }

    private static BreakState state(Row row) {
        String owner = row.getString("owner");
        return switch (row.getString("state")) {
            case "OPEN" -> new BreakState.Open(owner);
            case "ASSIGNED" -> new BreakState.Assigned(owner);
            case "PROPOSED" ->
                new BreakState.Proposed(owner, remedy(row), row.getString("reason"), row.getString("proposed_by"));
            case "RESOLVED" ->
                new BreakState.Resolved(
                        owner,
                        remedy(row),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("proposed_by")),
                        row.getString("resolved_by"),
                        row.getOffsetDateTime("resolved_at").toInstant());
            default -> throw new IllegalStateException("unknown state " + row.getString("state"));
        };
    }

    private static Remedy remedy(Row row) {
        return Remedy.valueOf(row.getString("remedy"));
    }

    static Tuple toSave(UUID id, BreakState state) {
        return switch (state) {
            case BreakState.Open open -> columns(id, "OPEN", open.owner(), null, null, null, null, null);
            case BreakState.Assigned assigned ->
                columns(id, "ASSIGNED", assigned.owner(), null, null, null, null, null);
            case BreakState.Proposed proposed ->
                columns(
                        id,
                        "PROPOSED",
                        proposed.owner(),
                        proposed.remedy(),
                        proposed.reason(),
                        proposed.proposedBy(),
                        null,
                        null);
            case BreakState.Resolved over ->
                columns(
                        id,
                        "RESOLVED",
                        over.owner(),
                        over.remedy(),
                        over.reason(),
                        over.proposedBy().orElse(null),
                        over.resolvedBy(),
                        over.at().atOffset(ZoneOffset.UTC));
        };
    }

    private static Tuple columns(
            UUID id,
            String state,
            String owner,
            @Nullable Remedy remedy,
            @Nullable String reason,
            @Nullable String proposedBy,
            @Nullable String resolvedBy,
            @Nullable OffsetDateTime resolvedAt) {
        Tuple columns = Tuple.of(id, state, owner);
        columns.addString(remedy == null ? null : remedy.name());
        columns.addString(reason);
        columns.addString(proposedBy);
        columns.addString(resolvedBy);
        columns.addOffsetDateTime(resolvedAt);
        return columns;
    }
}
