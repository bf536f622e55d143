package io.anju.repayment.change.model;

import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A loan that may be changed.
 *
 * @param version number of its events
 * @param oldestUnpaid number of its oldest unpaid instalment
 * @param prepaymentOn day of a prepayment that was taken for a later one: it rests on the loan as it is
 * @param agreed what was changed of it before, oldest first
 * @param happened kinds of its events since the quote at hand was made, oldest first
 */
public record ChangeCandidate(
        Loan.Active loan,
        long version,
        Optional<Integer> oldestUnpaid,
        Optional<LocalDate> prepaymentOn,
        List<LoanEvent.Changed> agreed,
        List<String> happened) {

    public ChangeCandidate {
        // What the bank has done by itself uses up none of what the borrower may ask for.
        agreed = agreed.stream()
                .filter(event -> !(event instanceof LoanEvent.RateTermsChanged rate) || rate.byBorrower())
                .toList();
        happened = List.copyOf(happened);
    }

    /** Whether nothing rests on the loan as it is. */
    Check nothingUnderWay() {
        return new Check(
                "NOTHING_UNDER_WAY",
                loan.heldBy().isEmpty() && prepaymentOn.isEmpty(),
                prepaymentOn
                        .<Map<String, Object>>map(day -> Map.of("prepaymentOn", day))
                        .orElse(Map.of()));
    }

    /** Instalments billed so far and to come. */
    int instalments() {
        return loan.position().billed() + loan.position().state().left();
    }
}
