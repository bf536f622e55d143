package io.anju.repayment.ledger.http;

import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.TrialBalance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The trial balance as JSON.
 *
 * @param debit fen
 * @param credit fen
 * @param balanced whether the books are right
 */
@RegisterForReflection
public record TrialBalanceView(List<Row> accounts, long debit, long credit, boolean balanced) {

    /**
     * @param debit fen
     * @param credit fen
     * @param balance fen, on the side on which the account grows
     */
    @RegisterForReflection
    public record Row(AccountCode account, AccountCode.Side growsBy, long debit, long credit, long balance) {}

    static TrialBalanceView of(TrialBalance books) {
        var rows = books.rows().stream()
                .map(row -> new Row(row.account(), row.account().side(), row.debit(), row.credit(), row.balance()))
                .toList();
        return new TrialBalanceView(rows, books.debit(), books.credit(), books.balanced());
    }
}
