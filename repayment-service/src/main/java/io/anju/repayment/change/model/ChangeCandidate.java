package io.anju.repayment.change.model;

import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import java.util.List;
import java.util.Optional;

/**
 * A loan that may be changed.
 *
 * @param version number of its events
 * @param oldestUnpaid number of its oldest unpaid instalment
 * @param agreed what was changed of it before, oldest first
 * @param happened kinds of its events since the quote at hand was made, oldest first
 */
public record ChangeCandidate(
        Loan.Active loan,
        long version,
        Optional<Integer> oldestUnpaid,
        List<LoanEvent.Changed> agreed,
        List<String> happened) {

    public ChangeCandidate {
        agreed = List.copyOf(agreed);
        happened = List.copyOf(happened);
    }

    /** Instalments billed so far and to come. */
    int instalments() {
        return loan.position().billed() + loan.position().state().left();
    }
}
