package io.anju.repayment.reversal.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.reversal.Reversals;
import io.anju.repayment.reversal.model.PaymentReversal;
import io.anju.repayment.reversal.model.ReversalCause;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reversals in the table payment_reversal. */
@ApplicationScoped
class PgReversals implements Reversals {

    private static final UUID LAST = new UUID(-1, -1);
    private static final String ADD = """
            INSERT INTO payment_reversal (id, loan_id, transfer_id, cause, reason, proposed_by, proposed_at, state)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'PROPOSED')
            """;
    private static final String DECIDE = """
            UPDATE payment_reversal SET state = $2, decided_by = $3, decided_at = $4, reversal_id = $5
            WHERE id = $1 AND state = 'PROPOSED'
            """;
    private static final String FIND = "SELECT * FROM payment_reversal WHERE loan_id = $1 AND id = $2";
    private static final String FIND_OF =
            "SELECT * FROM payment_reversal WHERE loan_id = $1 AND transfer_id = $2 AND state <> 'DECLINED'";
    private static final String LIST =
            "SELECT * FROM payment_reversal WHERE loan_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
    // The reference of a debit that is ordered by itself ends with its number.
    private static final String ATTEMPTS = """
            SELECT subject::int AS instalment, max(substring(reference FROM '-([0-9]+)$')::int) AS attempts
            FROM rail_order
            WHERE loan_id = $1 AND purpose = 'INSTALMENT'
              AND reference ~ ('^instalment-' || loan_id || '-' || subject || '-[0-9]{1,6}$')
            GROUP BY subject
            """;

    @Override
    public Uni<Void> save(Tx tx, PaymentReversal reversal) {
        return switch (reversal) {
            case PaymentReversal.Proposed proposed -> add(tx, proposed.proposal());
            case PaymentReversal.Declined over -> decide(tx, over.proposal(), "DECLINED", over.by(), over.at(), null);
            case PaymentReversal.Approved over ->
                decide(tx, over.proposal(), "APPROVED", over.by(), over.at(), over.reversal());
        };
    }

    private static Uni<Void> add(Tx tx, PaymentReversal.Proposal of) {
        return run(
                        tx,
                        ADD,
                        Tuple.tuple()
                                .addUUID(of.id())
                                .addUUID(of.loanId())
                                .addUUID(of.transfer())
                                .addString(of.cause().name())
                                .addString(of.reason())
                                .addUUID(of.by())
                                .addOffsetDateTime(of.at().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Uni<Void> decide(
            Tx tx, PaymentReversal.Proposal of, String state, UUID by, Instant at, @Nullable UUID reversal) {
        return run(tx, DECIDE, Tuple.of(of.id(), state, by, at.atOffset(ZoneOffset.UTC), reversal))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<PaymentReversal>> find(Tx tx, UUID loanId, UUID id) {
        return list(tx, FIND, Tuple.of(loanId, id)).map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Optional<PaymentReversal>> findOf(Tx tx, UUID loanId, UUID transfer) {
        return list(tx, FIND_OF, Tuple.of(loanId, transfer))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<PaymentReversal>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit) {
        return list(tx, LIST, Tuple.of(loanId, before.orElse(LAST), limit));
    }

    @Override
    public Uni<Map<Integer, Integer>> attempts(Tx tx, UUID loanId) {
        return run(tx, ATTEMPTS, Tuple.of(loanId))
                .map(rows -> stream(rows)
                        .collect(Collectors.toMap(row -> row.getInteger("instalment"), row -> row.getInteger(1))));
    }

    private static Uni<List<PaymentReversal>> list(Tx tx, String sql, Tuple values) {
        return run(tx, sql, values)
                .map(rows -> stream(rows).map(PgReversals::reversal).toList());
    }

    private static PaymentReversal reversal(Row row) {
        var proposal = new PaymentReversal.Proposal(
                row.getUUID("id"),
                row.getUUID("loan_id"),
                row.getUUID("transfer_id"),
                ReversalCause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getUUID("proposed_by"),
                row.getOffsetDateTime("proposed_at").toInstant());
        String state = row.getString("state");
        if (state.equals("PROPOSED")) {
            return new PaymentReversal.Proposed(proposal);
        }
        UUID by = row.getUUID("decided_by");
        Instant at = row.getOffsetDateTime("decided_at").toInstant();
        return state.equals("APPROVED")
                ? new PaymentReversal.Approved(proposal, by, at, row.getUUID("reversal_id"))
                : new PaymentReversal.Declined(proposal, by, at);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
