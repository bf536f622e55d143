package io.anju.repayment.account.model;

import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.Line;
import io.anju.repayment.ledger.model.PostedTransfer;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One line of a statement, from the ledger alone; amounts in fen. What is paid is positive, what is paid out negative:
 * {@code paid = principal + interest + penalty + costs}.
 *
 * @param balance principal owed after it
 */
public record StatementLine(
        UUID transfer,
        LocalDate date,
        TransferKind kind,
        String reference,
        long paid,
        long principal,
        long interest,
        long penalty,
        long costs,
        long balance) {

    /** The lines of a loan's transfers, oldest first, all from its first. */
    public static List<StatementLine> of(List<PostedTransfer> transfers) {
        List<StatementLine> lines = new ArrayList<>();
        long balance = 0;
        for (PostedTransfer posted : transfers) {
            Transfer transfer = posted.transfer();
            long principal = -sum(transfer, AccountCode.LOAN_PRINCIPAL);
            balance -= principal;
            lines.add(new StatementLine(
                    transfer.id(),
                    transfer.date(),
                    transfer.kind(),
                    transfer.reference(),
                    sum(transfer, AccountCode.RAIL_CLEARING),
                    principal,
                    -sum(transfer, AccountCode.INTEREST_INCOME),
                    -sum(transfer, AccountCode.PENALTY_INCOME),
                    -sum(transfer, AccountCode.FEE_INCOME),
                    balance));
        }
        return lines;
    }

    private static long sum(Transfer transfer, AccountCode code) {
        return transfer.lines().stream()
                .filter(line -> line.account().code() == code)
                .mapToLong(Line::amount)
                .sum();
    }
}
