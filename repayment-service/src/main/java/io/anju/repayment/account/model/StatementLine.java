package io.anju.repayment.account.model;

import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.Line;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import java.time.LocalDate;
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

    /** The line of a transfer before which so much principal was owed. */
    static StatementLine of(Transfer transfer, long owed) {
        long principal = -sum(transfer, AccountCode.LOAN_PRINCIPAL);
        return new StatementLine(
                transfer.id(),
                transfer.date(),
                transfer.kind(),
                transfer.reference(),
                sum(transfer, AccountCode.RAIL_CLEARING)
                        + sum(transfer, AccountCode.WALLET_CLEARING)
                        + sum(transfer, AccountCode.COUNTER_CLEARING),
                principal,
                -sum(transfer, AccountCode.INTEREST_INCOME),
                -sum(transfer, AccountCode.PENALTY_INCOME),
                -sum(transfer, AccountCode.FEE_INCOME),
                owed - principal);
    }

    private static long sum(Transfer transfer, AccountCode code) {
        return transfer.lines().stream()
                .filter(line -> line.account().code() == code)
                .mapToLong(Line::amount)
                .sum();
    }
}
