package io.anju.repayment.rail.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.RailOrders;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Orders to the rail in the table rail_order. */
@ApplicationScoped
class PgRailOrders implements RailOrders {

    private static final String PLACE = """
            INSERT INTO rail_order (reference, kind, purpose, loan_id, subject, account, amount, business_date, state,
                                    placed_at, attend_at)
            SELECT i.*, 'PLACED', $9, $9
            FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::bigint[],
                        $8::date[]) AS i
            ON CONFLICT DO NOTHING
            RETURNING reference
            """;
    private static final String COLUMNS = "reference, kind, purpose, loan_id, subject, account, amount, business_date,"
            + " state, transaction_id, reason";
    private static final String FIND = "SELECT " + COLUMNS + " FROM rail_order WHERE reference = $1 FOR UPDATE";
    // A concluded order is never written again, whoever asks.
    private static final String SAVE = """
            UPDATE rail_order
            SET state = $2, transaction_id = $3, reason = $4,
                concluded_at = CASE WHEN $2 IN ('SUCCEEDED', 'FAILED') THEN $5::timestamptz END,
                attend_at = CASE WHEN $2 = 'PLACED' THEN $5::timestamptz ELSE attend_at END
            WHERE reference = $1 AND state IN ('PLACED', 'SENT')
            """;
    private static final String UNDER_WAY = "SELECT " + COLUMNS
            + " FROM rail_order WHERE loan_id = $1 AND state IN ('PLACED', 'SENT') ORDER BY placed_at";
    private static final String LOANS_UNDER_WAY = """
            SELECT DISTINCT loan_id FROM rail_order
            WHERE loan_id = ANY ($1) AND purpose = $2 AND state IN ('PLACED', 'SENT')
            """;
    private static final String LEASE = """
            UPDATE rail_order o
            SET attempts = o.attempts + 1,
                attend_at = $1::timestamptz
                            + least($2::bigint * power(2, least(o.attempts, 12)), 3600000) * interval '1 ms'
            FROM (SELECT reference FROM rail_order
                  WHERE state IN ('PLACED', 'SENT') AND attend_at <= $1
                  ORDER BY attend_at LIMIT $3 FOR UPDATE SKIP LOCKED) open
            WHERE o.reference = open.reference
            RETURNING o.reference, o.kind, o.purpose, o.loan_id, o.subject, o.account, o.amount, o.business_date,
                      o.state, o.transaction_id, o.reason
            """;

    @Override
    public Uni<Set<String>> place(Tx tx, Collection<Instruction> instructions, Instant now) {
        Tuple columns = Tuple.tuple();
        columns.addArrayOfString(texts(instructions, Instruction::reference));
        columns.addArrayOfString(texts(instructions, i -> i.kind().name()));
        columns.addArrayOfString(texts(instructions, i -> i.purpose().name()));
        columns.addArrayOfUUID(instructions.stream().map(Instruction::loanId).toArray(UUID[]::new));
        columns.addArrayOfString(texts(instructions, Instruction::subject));
        columns.addArrayOfString(texts(instructions, Instruction::account));
        columns.addArrayOfLong(instructions.stream().map(Instruction::amount).toArray(Long[]::new));
        columns.addArrayOfLocalDate(instructions.stream().map(Instruction::date).toArray(LocalDate[]::new));
        columns.addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        return run(tx, PLACE, columns).map(rows -> {
            Set<String> placed = new HashSet<>();
            rows.forEach(row -> placed.add(row.getString(0)));
            return placed;
        });
    }

    @Override
    public Uni<Optional<RailOrder>> findForUpdate(Tx tx, String reference) {
        return run(tx, FIND, Tuple.of(reference))
                .map(rows -> stream(rows).map(PgRailOrders::order).findFirst());
    }

    @Override
    public Uni<Void> save(Tx tx, RailOrder order, Instant now) {
        Tuple values = Tuple.of(order.instruction().reference());
        switch (order) {
            case RailOrder.Placed placed ->
                values.addString("PLACED").addString(null).addString(null);
            case RailOrder.Sent sent ->
                values.addString("SENT").addString(sent.transactionId()).addString(null);
            case RailOrder.Succeeded done ->
                values.addString("SUCCEEDED").addString(done.transactionId()).addString(null);
            case RailOrder.Failed failed ->
                values.addString("FAILED").addString(failed.transactionId()).addString(failed.reason());
        }
        return run(tx, SAVE, values.addOffsetDateTime(now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Instruction>> listUnderWay(Tx tx, UUID loanId) {
        return run(tx, UNDER_WAY, Tuple.of(loanId))
                .map(rows -> stream(rows).map(PgRailOrders::instruction).toList());
    }

    @Override
    public Uni<Set<UUID>> loansWithOneUnderWay(Tx tx, Collection<UUID> loanIds, Purpose purpose) {
        return run(tx, LOANS_UNDER_WAY, Tuple.of(loanIds.toArray(UUID[]::new), purpose.name()))
                .map(rows -> {
                    Set<UUID> loans = new HashSet<>();
                    rows.forEach(row -> loans.add(row.getUUID(0)));
                    return loans;
                });
    }

    @Override
    public Uni<List<RailOrder.Open>> lease(Tx tx, Instant now, Duration lease, int limit) {
        return run(tx, LEASE, Tuple.of(now.atOffset(ZoneOffset.UTC), lease.toMillis(), limit))
                .map(rows -> stream(rows)
                        .map(PgRailOrders::order)
                        .map(RailOrder.Open.class::cast)
                        .toList());
    }

    private static RailOrder order(Row row) {
        Instruction instruction = instruction(row);
        String transactionId = row.getString("transaction_id");
        return switch (row.getString("state")) {
            case "PLACED" -> new RailOrder.Placed(instruction);
            case "SENT" -> new RailOrder.Sent(instruction, transactionId);
            case "SUCCEEDED" -> new RailOrder.Succeeded(instruction, transactionId);
            case "FAILED" -> new RailOrder.Failed(instruction, transactionId, row.getString("reason"));
            default -> throw new IllegalStateException("unknown state " + row.getString("state"));
        };
    }

    private static Instruction instruction(Row row) {
        return new Instruction(
                row.getString("reference"),
                Instruction.Kind.valueOf(row.getString("kind")),
                Purpose.valueOf(row.getString("purpose")),
                row.getUUID("loan_id"),
                row.getString("subject"),
                row.getString("account"),
                row.getLong("amount"),
                row.getLocalDate("business_date"));
    }

    private static String[] texts(Collection<Instruction> instructions, Function<Instruction, String> column) {
        return instructions.stream().map(column).toArray(String[]::new);
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
