package io.anju.repayment.disbursement.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.disbursement.PayoutCancellations;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Proposals in the table payout_cancellation; failed payouts from the orders to the rail. */
@ApplicationScoped
class PgPayoutCancellations implements PayoutCancellations {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String ADD = """
            INSERT INTO payout_cancellation (id, loan_id, reason, proposed_by, proposed_at, state)
            VALUES ($1, $2, $3, $4, $5, 'PROPOSED')
            """;
    private static final String WAITING = "SELECT id AS proposal, loan_id, reason AS proposal_reason, proposed_by,"
            + " proposed_at FROM payout_cancellation WHERE loan_id = $1 AND state = 'PROPOSED'";
    private static final String DECIDE =
            "UPDATE payout_cancellation SET state = $2, decided_by = $3, decided_at = $4 WHERE id = $1";
    // Loans are opening for a moment, but for those whose payout failed: there are few of them.
    private static final String FAILED = """
            SELECT l.id AS loan_id, l.application_id, l.contract_id, l.customer_id, l.tranche, o.amount, o.reason, o.concluded_at,
                   c.id AS proposal, c.reason AS proposal_reason, c.proposed_by, c.proposed_at
            FROM loan l
            CROSS JOIN LATERAL (SELECT state, amount, reason, concluded_at FROM rail_order
                                WHERE loan_id = l.id AND purpose = 'DISBURSEMENT'
                                ORDER BY placed_at DESC LIMIT 1) o
            LEFT JOIN payout_cancellation c ON c.loan_id = l.id AND c.state = 'PROPOSED'
            WHERE l.state = 'OPENING' AND o.state = 'FAILED' AND l.id > $1
            ORDER BY l.id LIMIT $2
            """;

    @Override
    public Uni<Void> add(Tx tx, Proposal proposal) {
        Tuple values = Tuple.tuple()
                .addUUID(proposal.id())
                .addUUID(proposal.loanId())
                .addString(proposal.reason())
                .addUUID(proposal.by())
                .addOffsetDateTime(proposal.at().atOffset(ZoneOffset.UTC));
        return run(tx, ADD, values).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Proposal>> findWaiting(Tx tx, UUID loanId) {
        return list(tx, WAITING, Tuple.of(loanId), PgPayoutCancellations::proposal)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Void> decide(Tx tx, Proposal proposal, boolean approved, UUID by, Instant at) {
        String state = approved ? "APPROVED" : "DECLINED";
        return run(tx, DECIDE, Tuple.of(proposal.id(), state, by, at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<FailedPayout>> listFailed(Tx tx, Optional<UUID> after, int limit) {
        return list(tx, FAILED, Tuple.of(after.orElse(FIRST), limit), PgPayoutCancellations::failed);
    }

    private static FailedPayout failed(Row row) {
        return new FailedPayout(
                row.getUUID("loan_id"),
                row.getUUID("application_id"),
                row.getUUID("contract_id"),
                row.getUUID("customer_id"),
                row.getInteger("tranche"),
                row.getLong("amount"),
                row.getString("reason"),
                row.getOffsetDateTime("concluded_at").toInstant(),
                Optional.ofNullable(row.getUUID("proposal")).map(any -> proposal(row)));
    }

    private static Proposal proposal(Row row) {
        return new Proposal(
                row.getUUID("proposal"),
                row.getUUID("loan_id"),
                row.getString("proposal_reason"),
                row.getUUID("proposed_by"),
                row.getOffsetDateTime("proposed_at").toInstant());
    }

    private static <T> Uni<List<T>> list(Tx tx, String sql, Tuple values, Function<Row, T> read) {
        return run(tx, sql, values)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(read)
                        .toList());
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
