package io.anju.repayment.loan;

import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import java.util.List;

/** What became of a loan that was read and locked: its new state, and the events that brought it there. */
public record LoanChange(StoredLoan<?> before, Loan after, List<LoanEvent> events) {

    public LoanChange {
        events = List.copyOf(events);
    }
}
