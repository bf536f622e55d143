package io.anju.repayment.account.model;

import io.anju.repayment.ledger.model.AccountCode;
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
        long principal = -transfer.on(AccountCode.LOAN_PRINCIPAL);
        return new StatementLine(
                transfer.id(),
                transfer.date(),
                transfer.kind(),
                transfer.reference(),
                transfer.on(AccountCode.RAIL_CLEARING)
                        + transfer.on(AccountCode.WALLET_CLEARING)
                        + transfer.on(AccountCode.COUNTER_CLEARING),
                principal,
                -transfer.on(AccountCode.INTEREST_INCOME),
                -transfer.on(AccountCode.PENALTY_INCOME),
                -transfer.on(AccountCode.FEE_INCOME),
                owed - principal);
    }
}
