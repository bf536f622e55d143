package io.anju.repayment.ledger.model;

import java.util.List;

/**
 * Every kind of account with all that was ever debited and credited to it: the proof that the books balance, at any
 * moment.
 *
 * @param rows one per kind of account
 * @param keptBalancesAgree whether the balances that are kept add up, by kind of account, to what was posted
 */
public record TrialBalance(List<Row> rows, boolean keptBalancesAgree) {

    /**
     * @param debit fen, all debits
     * @param credit fen, all credits
     */
    public record Row(AccountCode account, long debit, long credit) {

        /** Fen, counted on the side on which the account grows. */
        public long balance() {
            return (debit - credit) * account.side().sign();
        }
    }

    public TrialBalance {
        rows = List.copyOf(rows);
    }

    /** All debits, fen. */
    public long debit() {
        return rows.stream().mapToLong(Row::debit).sum();
    }

    /** All credits, fen. */
    public long credit() {
        return rows.stream().mapToLong(Row::credit).sum();
    }

    /** Whether debits equal credits and no kept balance has drifted from its entries. */
    public boolean balanced() {
        return debit() == credit() && keptBalancesAgree;
    }
}
