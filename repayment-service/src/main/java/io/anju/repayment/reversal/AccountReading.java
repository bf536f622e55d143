package io.anju.repayment.reversal;

import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.BillShares;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.reversal.model.Account;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Reads all that is known of a loan which is locked. */
@ApplicationScoped
class AccountReading {

    /** Events and shares that are read of one loan: more than any has, even one paid every other day for 30 years. */
    private static final int MOST = 10_000;

    private final Loans loans;
    private final Bills bills;
    private final BillShares shares;
    private final Reversals reversals;

    AccountReading(Loans loans, Bills bills, BillShares shares, Reversals reversals) {
        this.loans = loans;
        this.bills = bills;
        this.shares = shares;
        this.reversals = reversals;
    }

    Uni<Account> read(Tx tx, Loan loan) {
        UUID id = loan.agreement().id();
        return loans.listAllEvents(tx, id, MOST)
                .flatMap(events -> bills.listOfLoan(tx, id)
                        .flatMap(billed -> shares.listInForce(tx, id, MOST)
                                .flatMap(inForce -> reversals
                                        .attempts(tx, id)
                                        .map(attempts -> new Account(loan, events, billed, inForce, attempts)))));
    }
}
