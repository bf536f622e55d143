package io.anju.repayment.rail.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Plans;
import io.anju.kit.tx.Tx;
import io.anju.kit.wake.Bells;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Orders to the rail in the table rail_order. */
@ApplicationScoped
class PgRailOrders implements RailOrders {

    private static final String PLACE = """
            INSERT INTO rail_order (reference, kind, purpose, loan_id, subject, account, amount, business_date,
                                    part_accepted, last4, state, placed_at, attend_at)
            SELECT i.*, 'PLACED', $11, $11
            FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::bigint[],
                        $8::date[], $9::boolean[], $10::text[]) AS i
            ON CONFLICT DO NOTHING
            RETURNING reference
            """;
    private static final String COLUMNS = "reference, kind, purpose, loan_id, subject, account, amount, business_date,"
            + " part_accepted, last4, state, transaction_id, reason, value_date, moved";
    // In the order of references, so that two batches never wait for each other in a circle.
    private static final String FOR_UPDATE =
            "SELECT " + COLUMNS + " FROM rail_order WHERE reference = ANY ($1) ORDER BY reference FOR UPDATE";
    private static final String OF_SUBJECT = "SELECT " + COLUMNS
            + " FROM rail_order WHERE loan_id = $1 AND purpose = $2 AND subject = $3 ORDER BY reference FOR UPDATE";
    // Whoever has locked an order is about to conclude it: then there is nothing to keep, and nobody waits in a circle.
    // One that is parked meanwhile is left to people.
    private static final String FORGOTTEN = """
            WITH open AS (
                SELECT reference FROM rail_order
                WHERE reference = ANY ($1) AND state = 'SENT' AND attend_at < 'infinity' FOR UPDATE SKIP LOCKED)
            UPDATE rail_order o SET state = 'PLACED', attend_at = $2
            FROM open WHERE o.reference = open.reference
            """;
    // A concluded order is never written again, whoever asks. Not asked by its state, or the planner would take the
    // index of the open ones, of which there may be a million, and look through all of them.
    private static final String CONCLUDE = """
            UPDATE rail_order o
            SET state = c.state, transaction_id = c.transaction_id, reason = c.reason, concluded_at = $5,
                value_date = c.value_date, moved = c.moved
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $6::date[], $7::bigint[])
                AS c (reference, state, transaction_id, reason, value_date, moved)
            WHERE o.reference = c.reference AND o.concluded_at IS NULL
            """;
    private static final String PARK = "UPDATE rail_order SET attend_at = 'infinity', parked_on = $2"
            + " WHERE reference = ANY ($1) AND state IN ('PLACED', 'SENT')";
    private static final String UNDER_WAY = "SELECT " + COLUMNS
            + " FROM rail_order WHERE loan_id = $1 AND state IN ('PLACED', 'SENT') AND purpose <> 'CREDIT_RETURN'"
            + " ORDER BY placed_at";
    private static final String OF_ACCOUNT =
            "SELECT reference FROM rail_order WHERE loan_id = $1 AND account = $2 ORDER BY placed_at LIMIT $3";
    private static final String LOANS_UNDER_WAY = """
            SELECT DISTINCT loan_id FROM rail_order
            WHERE loan_id = ANY ($1) AND purpose = $2 AND state IN ('PLACED', 'SENT')
            """;
    // One write for taking and sending: an order that was not sent after all is unknown to the rail when it is asked.
    private static final String LEASE = Plans.anew("""
            WITH open AS (
                SELECT reference, state FROM rail_order
                WHERE state IN ('PLACED', 'SENT') AND attend_at <= $1
                ORDER BY attend_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            UPDATE rail_order o
            SET state = 'SENT', attempts = o.attempts + 1,
                attend_at = $1::timestamptz
                            + least($2::bigint * power(2, least(o.attempts, 12)), 3600000) * interval '1 ms'
            FROM open WHERE o.reference = open.reference
            RETURNING o.reference, o.kind, o.purpose, o.loan_id, o.subject, o.account, o.amount, o.business_date,
                      o.part_accepted, o.last4, open.state, o.transaction_id, o.reason, o.value_date, o.moved, o.attempts
            """);

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
        columns.addArrayOfBoolean(
                instructions.stream().map(Instruction::partAccepted).toArray(Boolean[]::new));
        columns.addArrayOfString(texts(instructions, i -> i.last4().orElse(null)));
        columns.addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        return run(tx, PLACE, columns)
                .map(PgRailOrders::references)
                .call(placed -> placed.isEmpty() ? Uni.createFrom().voidItem() : Bells.ring(tx, BELL));
    }

    @Override
    public Uni<List<RailOrder>> listForUpdate(Tx tx, Collection<String> references) {
        return run(tx, FOR_UPDATE, Tuple.of(references.toArray(String[]::new)))
                .map(rows -> stream(rows).map(PgRailOrders::order).toList());
    }

    @Override
    public Uni<List<RailOrder>> listOfSubjectForUpdate(Tx tx, Instruction of) {
        return run(tx, OF_SUBJECT, Tuple.of(of.loanId(), of.purpose().name(), of.subject()))
                .map(rows -> stream(rows).map(PgRailOrders::order).toList());
    }

    @Override
    public Uni<Void> forgotten(Tx tx, Collection<String> references, Instant now) {
        return runUnlessEmpty(
                        tx,
                        FORGOTTEN,
                        references,
                        Tuple.of(references.toArray(String[]::new), now.atOffset(ZoneOffset.UTC)))
                .flatMap(kept -> references.isEmpty() ? Uni.createFrom().voidItem() : Bells.ring(tx, BELL));
    }

    @Override
    public Uni<Void> conclude(Tx tx, Collection<RailOrder.Concluded> orders, Instant now) {
        Tuple columns = Tuple.tuple();
        columns.addArrayOfString(texts(orders, order -> order.instruction().reference()));
        columns.addArrayOfString(texts(orders, order -> switch (order) {
            case RailOrder.Succeeded done -> "SUCCEEDED";
            case RailOrder.Failed failed -> "FAILED";
        }));
        columns.addArrayOfString(texts(orders, RailOrder.Concluded::transactionId));
        columns.addArrayOfString(texts(orders, order -> switch (order) {
            case RailOrder.Succeeded done -> null;
            case RailOrder.Failed failed -> failed.reason();
        }));
        columns.addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        columns.addArrayOfLocalDate(orders.stream()
                .map(order -> switch (order) {
                    case RailOrder.Succeeded done -> done.valueDate().orElse(null);
                    case RailOrder.Failed failed -> null;
                })
                .toArray(LocalDate[]::new));
        columns.addArrayOfLong(orders.stream().map(PgRailOrders::part).toArray(Long[]::new));
        return runUnlessEmpty(tx, CONCLUDE, orders, columns);
    }

    /** What moved, where it is not what was ordered. */
    private static @Nullable Long part(RailOrder.Concluded order) {
        return order instanceof RailOrder.Succeeded done && done.isPart() ? done.amount() : null;
    }

    @Override
    public Uni<Void> park(Tx tx, Collection<String> references, LocalDate today) {
        return runUnlessEmpty(tx, PARK, references, Tuple.of(references.toArray(String[]::new), today));
    }

    @Override
    public Uni<List<Instruction>> listUnderWay(Tx tx, UUID loanId) {
        return run(tx, UNDER_WAY, Tuple.of(loanId))
                .map(rows -> stream(rows).map(PgRailOrders::instruction).toList());
    }

    @Override
    public Uni<Set<String>> listReferencesOf(Tx tx, UUID loanId, String account, int limit) {
        return run(tx, OF_ACCOUNT, Tuple.of(loanId, account, limit)).map(PgRailOrders::references);
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
    public Uni<List<Leased>> lease(Tx tx, Instant now, Duration lease, int limit) {
        return run(tx, LEASE, Tuple.of(now.atOffset(ZoneOffset.UTC), lease.toMillis(), limit))
                .map(rows -> stream(rows)
                        .map(row -> new Leased((RailOrder.Open) order(row), row.getInteger("attempts")))
                        .toList());
    }

    private static Set<String> references(RowSet<Row> rows) {
        return stream(rows).map(row -> row.getString(0)).collect(Collectors.toSet());
    }

    private static RailOrder order(Row row) {
        Instruction instruction = instruction(row);
        String transactionId = row.getString("transaction_id");
        return switch (row.getString("state")) {
            case "PLACED" -> new RailOrder.Placed(instruction);
            case "SENT" -> new RailOrder.Sent(instruction);
            case "SUCCEEDED" ->
                new RailOrder.Succeeded(
                        instruction,
                        transactionId,
                        Objects.requireNonNullElse(row.getLong("moved"), instruction.amount()),
                        Optional.ofNullable(row.getLocalDate("value_date")));
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
                row.getLocalDate("business_date"),
                row.getBoolean("part_accepted"),
                Optional.ofNullable(row.getString("last4")));
    }

    private static Uni<Void> runUnlessEmpty(Tx tx, String sql, Collection<?> subjects, Tuple values) {
        return subjects.isEmpty()
                ? Uni.createFrom().voidItem()
                : run(tx, sql, values).replaceWithVoid();
    }

    private static <T> String[] texts(Collection<? extends T> all, Function<T, @Nullable String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
