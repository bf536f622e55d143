package io.anju.repayment.ledger.store;

import io.anju.repayment.ledger.model.Account;
import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.Line;
import io.anju.repayment.ledger.model.PostedTransfer;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Rows of transfer ⨝ entry ⨝ account, sorted by transfer and line, read back into transfers. */
final class TransferRows {

    private TransferRows() {}

    static List<PostedTransfer> read(RowSet<Row> rows) {
        Map<UUID, Row> heads = new LinkedHashMap<>();
        Map<UUID, List<Line>> lines = new LinkedHashMap<>();
        for (Row row : rows) {
            UUID id = row.getUUID("id");
            heads.putIfAbsent(id, row);
            lines.computeIfAbsent(id, first -> new ArrayList<>()).add(line(row));
        }
        return heads.entrySet().stream()
                .map(head -> transfer(head.getValue(), lines.getOrDefault(head.getKey(), List.of())))
                .toList();
    }

    private static Line line(Row row) {
        return new Line(
                new Account(AccountCode.valueOf(row.getString("code")), row.getUUID("owner")), row.getLong("amount"));
    }

    private static PostedTransfer transfer(Row row, List<Line> lines) {
        return new PostedTransfer(
                new Transfer(
                        row.getUUID("id"),
                        row.getString("idempotency_key"),
                        TransferKind.valueOf(row.getString("kind")),
                        row.getUUID("loan_id"),
                        row.getLocalDate("business_date"),
                        row.getString("reference"),
                        row.getUUID("reverses"),
                        lines),
                row.getOffsetDateTime("posted_at").toInstant());
    }
}
