package io.anju.repayment.change.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.change.CounterChanges;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.CounterChange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Changes from the counter in the table counter_change. */
@ApplicationScoped
class PgCounterChanges implements CounterChanges {

    private static final UUID LAST = new UUID(-1, -1);
    private static final String ADD = """
            INSERT INTO counter_change (id, loan_id, customer_id, ask, ask_value, paper, reason, unmet, opened_by,
                                        opened_at, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'WAITING')
            """;
    private static final String DECIDE = """
            UPDATE counter_change SET state = $2, change_id = $3, decided_by = $4, decided_at = $5
            WHERE id = $1 AND state = 'WAITING'
            """;
    private static final String FIND = "SELECT * FROM counter_change WHERE loan_id = $1 AND id = $2";
    private static final String OPEN = "SELECT * FROM counter_change WHERE loan_id = $1 AND state = 'WAITING'";
    private static final String LIST =
            "SELECT * FROM counter_change WHERE loan_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";

    @Override
    public Uni<Void> save(Tx tx, CounterChange change) {
        CounterChange.Opening of = change.opening();
        return switch (change) {
            case CounterChange.Waiting waiting ->
                run(
                                tx,
                                ADD,
                                Tuple.tuple()
                                        .addUUID(of.id())
                                        .addUUID(of.loanId())
                                        .addUUID(of.customerId())
                                        .addString(of.ask().kind().name())
                                        .addString(of.ask().value())
                                        .addString(of.paper().name())
                                        .addString(of.reason())
                                        .addArrayOfString(of.unmet().toArray(String[]::new))
                                        .addUUID(of.by())
                                        .addOffsetDateTime(of.at().atOffset(ZoneOffset.UTC)))
                        .replaceWithVoid();
            case CounterChange.Decided decided ->
                run(
                                tx,
                                DECIDE,
                                Tuple.of(
                                        of.id(),
                                        decided.isApproved() ? "APPROVED" : "DECLINED",
                                        decided.change().orElse(null),
                                        decided.by(),
                                        decided.at().atOffset(ZoneOffset.UTC)))
                        .replaceWithVoid();
        };
    }

    @Override
    public Uni<Optional<CounterChange>> find(Tx tx, UUID loanId, UUID id) {
        return first(tx, FIND, Tuple.of(loanId, id));
    }

    @Override
    public Uni<Optional<CounterChange>> findForUpdate(Tx tx, UUID loanId, UUID id) {
        return first(tx, FIND + " FOR UPDATE", Tuple.of(loanId, id));
    }

    @Override
    public Uni<Optional<CounterChange>> findOpen(Tx tx, UUID loanId) {
        return first(tx, OPEN, Tuple.of(loanId));
    }

    @Override
    public Uni<List<CounterChange>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit) {
        return list(tx, LIST, Tuple.of(loanId, before.orElse(LAST), limit));
    }

    private static Uni<Optional<CounterChange>> first(Tx tx, String sql, Tuple values) {
        return list(tx, sql, values).map(found -> found.stream().findFirst());
    }

    private static Uni<List<CounterChange>> list(Tx tx, String sql, Tuple values) {
        return run(tx, sql, values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgCounterChanges::change)
                        .toList());
    }

    private static CounterChange change(Row row) {
        var waiting = new CounterChange.Waiting(new CounterChange.Opening(
                row.getUUID("id"),
                row.getUUID("loan_id"),
                row.getUUID("customer_id"),
                ChangeAsk.of(ChangeAsk.Kind.valueOf(row.getString("ask")), row.getString("ask_value")),
                CounterChange.Paper.valueOf(row.getString("paper")),
                row.getString("reason"),
                List.of(row.getArrayOfStrings("unmet")),
                row.getUUID("opened_by"),
                row.getOffsetDateTime("opened_at").toInstant()));
        return switch (row.getString("state")) {
            case "WAITING" -> waiting;
            case "APPROVED", "DECLINED" ->
                new CounterChange.Decided(
                        waiting.opening(),
                        Optional.ofNullable(row.getUUID("change_id")),
                        row.getUUID("decided_by"),
                        row.getOffsetDateTime("decided_at").toInstant());
            default -> throw new IllegalStateException("unknown state " + row.getString("state"));
        };
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
