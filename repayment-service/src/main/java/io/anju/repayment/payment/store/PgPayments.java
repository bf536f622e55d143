package io.anju.repayment.payment.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.payment.Payments;
import io.anju.repayment.payment.model.Payment;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Payments in the table payment; their state is read from their order. */
@ApplicationScoped
class PgPayments implements Payments {

    private static final UUID LAST = new UUID(-1, -1);
    private static final String ADD = """
            INSERT INTO payment (id, loan_id, instalment, amount, card_id, reference, created_at, wallet_link_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String READ = """
            SELECT p.*, CASE WHEN o.state IN ('PLACED', 'SENT') THEN 'PENDING'
                             WHEN o.state = 'SUCCEEDED' AND EXISTS (
                                 SELECT FROM transfer t JOIN transfer r ON r.reverses = t.id
                                 WHERE t.idempotency_key = p.reference) THEN 'REVERSED'
                             ELSE o.state END AS state, o.reason
            FROM payment p JOIN rail_order o ON o.reference = p.reference
            WHERE p.loan_id = $1
            """;
    private static final String FIND = READ + " AND p.id = $2";
    private static final String LIST = READ + " AND p.id < $2 ORDER BY p.id DESC LIMIT $3";

    @Override
    public Uni<Void> add(Tx tx, Payment payment) {
        Tuple values = Tuple.tuple()
                .addUUID(payment.id())
                .addUUID(payment.loanId())
                .addInteger(payment.instalment())
                .addLong(payment.amount())
                .addUUID(payment.cardId().orElse(null))
                .addString(payment.reference())
                .addOffsetDateTime(payment.createdAt().atOffset(ZoneOffset.UTC))
                .addUUID(payment.walletLinkId().orElse(null));
        return run(tx, ADD, values).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Payment>> find(Tx tx, UUID loanId, UUID id) {
        return run(tx, FIND, Tuple.of(loanId, id))
                .map(rows -> stream(rows).map(PgPayments::payment).findFirst());
    }

    @Override
    public Uni<List<Payment>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit) {
        return run(tx, LIST, Tuple.of(loanId, before.orElse(LAST), limit))
                .map(rows -> stream(rows).map(PgPayments::payment).toList());
    }

    private static Payment payment(Row row) {
        return new Payment(
                row.getUUID("id"),
                row.getUUID("loan_id"),
                row.getInteger("instalment"),
                row.getLong("amount"),
                Optional.ofNullable(row.getUUID("card_id")),
                Optional.ofNullable(row.getUUID("wallet_link_id")),
                row.getString("reference"),
                row.getOffsetDateTime("created_at").toInstant(),
                Payment.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
