package io.anju.repayment.ledger.model;

import java.util.UUID;

/**
 * A place where value stands, named by what it is and whose it is.
 *
 * @param code its place in the chart of accounts
 * @param owner the loan, or {@link #BANK}
 */
public record Account(AccountCode code, UUID owner) {

    /** The owner of the bank's own accounts: the nil UUID. */
    public static final UUID BANK = new UUID(0, 0);

    public Account {
        if (code.ofLoan() == owner.equals(BANK)) {
            throw new IllegalArgumentException(code + " cannot belong to " + owner);
        }
    }

    /** The account of this kind that the loan has. */
    public static Account ofLoan(AccountCode code, UUID loanId) {
        return new Account(code, loanId);
    }

    /** The bank's own account of this kind. */
    public static Account ofBank(AccountCode code) {
        return new Account(code, BANK);
    }
}
