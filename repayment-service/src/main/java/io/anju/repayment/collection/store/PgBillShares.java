package io.anju.repayment.collection.store;

import io.anju.kit.tx.PgTx;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.BillShares;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.ledger.model.Receipt;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Shares in the table bill_share. */
@ApplicationScoped
class PgBillShares implements BillShares {

    private static final String ROWS = """
            unnest($1::uuid[], $2::int[], $3::uuid[], $4::uuid[], $5::date[], $6::bigint[], $7::bigint[], $8::bigint[],
                   $9::bigint[], $10::bigint[])
                WITH ORDINALITY AS s (loan_id, number, transfer_id, waiver_id, date, loan_version, costs, penalty,
                                      interest, principal, place)
            """;
    private static final String COLUMNS =
            "loan_id, number, transfer_id, waiver_id, date, loan_version, costs, penalty, interest, principal";
    private static final String ADD = "INSERT INTO bill_share (" + COLUMNS + ") SELECT " + COLUMNS
            + " FROM (SELECT * FROM " + ROWS + " ORDER BY place) ordered";
    private static final String IN_FORCE =
            "SELECT * FROM bill_share WHERE loan_id = $1 AND undone_by IS NULL ORDER BY coalesce(in_place_of, id), id LIMIT $2";
    private static final String UNDO = """
            UPDATE bill_share SET undone_by = $3
            WHERE loan_id = $1 AND transfer_id = ANY ($2) AND undone_by IS NULL
            """;
    private static final String INSTEAD =
            "INSERT INTO bill_share (in_place_of, " + COLUMNS + ") SELECT (SELECT min(id) FROM"
                    + " bill_share b WHERE b.loan_id = s.loan_id AND b.transfer_id = s.transfer_id), "
                    + COLUMNS + " FROM (SELECT * FROM " + ROWS + " ORDER BY place) s";

    @Override
    public Uni<Void> addAll(Tx tx, Collection<BillShare> shares) {
        return add(tx, ADD, List.copyOf(shares));
    }

    @Override
    public Uni<List<BillShare>> listInForce(Tx tx, UUID loanId, int limit) {
        return run(tx, IN_FORCE, Tuple.of(loanId, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PgBillShares::share)
                        .toList());
    }

    @Override
    public Uni<Void> undo(Tx tx, UUID loanId, UUID payment, UUID reversal, List<BillShare> instead) {
        Set<UUID> undone = new LinkedHashSet<>();
        undone.add(payment);
        instead.forEach(share -> undone.add(payment(share)));
        return run(tx, UNDO, Tuple.of(loanId, undone.toArray(UUID[]::new), reversal))
                .flatMap(done -> add(tx, INSTEAD, instead));
    }

    private static Uni<Void> add(Tx tx, String sql, List<BillShare> shares) {
        return shares.isEmpty()
                ? Uni.createFrom().voidItem()
                : run(tx, sql, columns(shares)).replaceWithVoid();
    }

    private static Tuple columns(List<BillShare> shares) {
        List<UUID> waivers = new ArrayList<>();
        shares.forEach(share -> waivers.add(waiver(share)));
        List<UUID> payments = new ArrayList<>();
        shares.forEach(share -> payments.add(payment(share)));
        Tuple columns = Tuple.tuple();
        columns.addArrayOfUUID(shares.stream().map(BillShare::loanId).toArray(UUID[]::new));
        columns.addArrayOfInteger(shares.stream().map(BillShare::number).toArray(Integer[]::new));
        columns.addArrayOfUUID(payments.toArray(UUID[]::new));
        columns.addArrayOfUUID(waivers.toArray(UUID[]::new));
        columns.addArrayOfLocalDate(shares.stream().map(BillShare::date).toArray(LocalDate[]::new));
        columns.addArrayOfLong(longs(shares, BillShare::version));
        columns.addArrayOfLong(longs(shares, share -> share.parts().costs()));
        columns.addArrayOfLong(longs(shares, share -> share.parts().penalty()));
        columns.addArrayOfLong(longs(shares, share -> share.parts().interest()));
        columns.addArrayOfLong(longs(shares, share -> share.parts().principal()));
        return columns;
    }

    private static Long[] longs(List<BillShare> shares, ToLongFunction<BillShare> column) {
        return shares.stream().mapToLong(column).boxed().toArray(Long[]::new);
    }

    private static @Nullable UUID payment(BillShare share) {
        return share.cause() instanceof BillShare.Payment(UUID transfer) ? transfer : null;
    }

    private static @Nullable UUID waiver(BillShare share) {
        return share.cause() instanceof BillShare.Waived(UUID waiver) ? waiver : null;
    }

    private static BillShare share(Row row) {
        UUID transfer = row.getUUID("transfer_id");
        return new BillShare(
                row.getUUID("loan_id"),
                row.getInteger("number"),
                transfer == null ? new BillShare.Waived(row.getUUID("waiver_id")) : new BillShare.Payment(transfer),
                row.getLocalDate("date"),
                row.getLong("loan_version"),
                new Receipt(
                        row.getLong("costs"),
                        row.getLong("penalty"),
                        row.getLong("interest"),
                        row.getLong("principal")));
    }

    private static Uni<RowSet<Row>> run(Tx tx, String sql, Tuple values) {
        return PgTx.connection(tx).preparedQuery(sql).execute(values);
    }
}
