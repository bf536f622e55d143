package io.anju.repayment.waiver.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.waiver.Waivers;
import io.anju.repayment.waiver.model.Waiver;
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

/** Waivers in the table late_waiver. */
@ApplicationScoped
class PgWaivers implements Waivers {

    private static final UUID LAST = new UUID(-1, -1);
    private static final String ADD = """
            INSERT INTO late_waiver (id, loan_id, instalment, amount, reason, proposed_by, proposed_at, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'PROPOSED')
            """;
    private static final String DECIDE = """
            UPDATE late_waiver SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1 AND state = 'PROPOSED'
            """;
    private static final String FIND = "SELECT * FROM late_waiver WHERE loan_id = $1 AND id = $2";
    private static final String LIST =
            "SELECT * FROM late_waiver WHERE loan_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";

    @Override
    public Uni<Void> save(Tx tx, Waiver waiver) {
        Waiver.Proposal of = waiver.proposal();
        return switch (waiver) {
            case Waiver.Proposed proposed ->
                run(
                                tx,
                                ADD,
                                Tuple.tuple()
                                        .addUUID(of.id())
                                        .addUUID(of.loanId())
                                        .addInteger(of.instalment())
                                        .addLong(of.amount())
                                        .addString(of.reason())
                                        .addUUID(of.by())
                                        .addOffsetDateTime(of.at().atOffset(ZoneOffset.UTC)))
                        .replaceWithVoid();
            case Waiver.Decided decided ->
                run(
                                tx,
                                DECIDE,
                                Tuple.of(
                                        of.id(),
                                        decided.approved() ? "APPROVED" : "DECLINED",
                                        decided.by(),
                                        decided.at().atOffset(ZoneOffset.UTC)))
                        .replaceWithVoid();
        };
    }

    @Override
    public Uni<Optional<Waiver>> find(Tx tx, UUID loanId, UUID id) {
        return list(tx, FIND, Tuple.of(loanId, id)).map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Waiver>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit) {
        return list(tx, LIST, Tuple.of(loanId, before.orElse(LAST), limit));
    }

    private static Uni<List<Waiver>> list(Tx tx, String sql, Tuple values) {
        return run(tx, sql, values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgWaivers::waiver)
                        .toList());
    }

    private static Waiver waiver(Row row) {
        var proposal = new Waiver.Proposal(
                row.getUUID("id"),
                row.getUUID("loan_id"),
                row.getInteger("instalment"),
                row.getLong("amount"),
                row.getString("reason"),
                row.getUUID("proposed_by"),
                row.getOffsetDateTime("proposed_at").toInstant());
        String state = row.getString("state");
        return state.equals("PROPOSED")
                ? new Waiver.Proposed(proposal)
                : new Waiver.Decided(
                        proposal,
                        state.equals("APPROVED"),
                        row.getUUID("decided_by"),
                        row.getOffsetDateTime("decided_at").toInstant());
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
