package io.anju.repayment.loan;

import io.anju.repayment.loan.model.Loan;
import java.util.UUID;

/**
 * A loan as it was read.
 *
 * @param version number of its events so far; it has changed when this has
 */
public record StoredLoan<L extends Loan>(L loan, long version) {

    /** Whether it is this customer's. */
    public boolean isOf(UUID customerId) {
        return loan.agreement().customerId().equals(customerId);
    }
}
