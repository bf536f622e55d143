package io.anju.repayment.ledger.store;

import io.anju.repayment.ledger.model.Line;
import io.anju.repayment.ledger.model.Transfer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Transfers and their lines turned on their side: one array per column, as {@code unnest} takes them. */
final class TransferColumns {

    private TransferColumns() {}

    static Tuple of(List<Transfer> transfers) {
        Tuple columns = Tuple.tuple();
        columns.addArrayOfUUID(transfers.stream().map(Transfer::id).toArray(UUID[]::new));
        columns.addArrayOfString(transfers.stream().map(Transfer::key).toArray(String[]::new));
        columns.addArrayOfString(transfers.stream().map(t -> t.kind().name()).toArray(String[]::new));
        columns.addArrayOfUUID(transfers.stream().map(Transfer::loanId).toArray(UUID[]::new));
        columns.addArrayOfLong(transfers.stream().map(Transfer::amount).toArray(Long[]::new));
        columns.addArrayOfLocalDate(transfers.stream().map(Transfer::date).toArray(LocalDate[]::new));
        columns.addArrayOfString(transfers.stream().map(Transfer::reference).toArray(String[]::new));
        columns.addArrayOfUUID(transfers.stream().map(Transfer::reverses).toArray(UUID[]::new));
        addLines(columns, transfers);
        return columns;
    }

    private static void addLines(Tuple columns, List<Transfer> transfers) {
        List<UUID> ids = new ArrayList<>();
        List<Short> numbers = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Transfer transfer : transfers) {
            short number = 1;
            for (Line line : transfer.lines()) {
                ids.add(transfer.id());
                numbers.add(number++);
                lines.add(line);
            }
        }
        columns.addArrayOfUUID(ids.toArray(UUID[]::new));
        columns.addArrayOfShort(numbers.toArray(Short[]::new));
        columns.addArrayOfUUID(
                lines.stream().map(line -> line.account().owner()).toArray(UUID[]::new));
        columns.addArrayOfString(
                lines.stream().map(line -> line.account().code().name()).toArray(String[]::new));
        columns.addArrayOfLong(lines.stream().map(Line::amount).toArray(Long[]::new));
    }
}
