package io.anju.repayment.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanReplay;
import java.util.UUID;

/** What is kept of loans. */
public record StoredLoans(Transactions transactions, Loans loans) {

    public Loan get(UUID loan) {
        return transactions
                .run(tx -> loans.find(tx, loan))
                .await()
                .indefinitely()
                .orElseThrow()
                .loan();
    }

    /** It is what the events come to from nothing. */
    public void assertReplays(UUID loan) {
        Loan stored = get(loan);
        assertEquals(
                stored,
                transactions
                        .run(tx -> loans.listAllEvents(tx, loan, 1000))
                        .map(events -> LoanReplay.of(stored.agreement(), events))
                        .await()
                        .indefinitely());
    }
}
