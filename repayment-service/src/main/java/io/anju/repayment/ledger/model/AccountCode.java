package io.anju.repayment.ledger.model;

/**
 * The chart of accounts. An account <em>grows</em> on one side: what the bank has (assets) by debit, what it has earned
 * (income) or owes (liabilities) by credit.
 */
public enum AccountCode {
    /** What a borrower still owes of the money lent. One per loan; its balance is kept and never falls below zero. */
    LOAN_PRINCIPAL(Side.DEBIT, true),
    /** Money on its way through the payment rail; settles against the rail's daily file. The bank's own. */
    RAIL_CLEARING(Side.DEBIT, false),
    /** Money on its way from linked wallets' own funds; settles against their institution. The bank's own. */
    WALLET_CLEARING(Side.DEBIT, false),
    /** Money that came by transfer; settles against the bank's own account statement. The bank's own. */
    COUNTER_CLEARING(Side.DEBIT, false),
    /** Money that the rail shows and that nobody could place yet; owed to whom it belongs. The bank's own. */
    SUSPENSE(Side.CREDIT, false),
    /** Interest earned. The bank's own. */
    INTEREST_INCOME(Side.CREDIT, false),
    /** Penalty and compound interest earned on late instalments (罚息, 复利). The bank's own. */
    PENALTY_INCOME(Side.CREDIT, false),
    /** Costs charged, compensation for early repayment among them. The bank's own. */
    FEE_INCOME(Side.CREDIT, false);

    /** The side on which an account grows. */
    public enum Side {
        DEBIT,
        CREDIT;

        /** 1 for debit, −1 for credit: the sign of an entry that makes the account grow. */
        public int sign() {
            return this == DEBIT ? 1 : -1;
        }
    }

    private final Side side;
    private final boolean ofLoan;

    AccountCode(Side side, boolean ofLoan) {
        this.side = side;
        this.ofLoan = ofLoan;
    }

    /** The side on which the account grows. */
    public Side side() {
        return side;
    }

    /** Whether each loan has one of its own; otherwise there is one, the bank's. */
    public boolean ofLoan() {
        return ofLoan;
    }
}
