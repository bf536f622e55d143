package io.anju.repayment.prepayment.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An offer: for this amount on this day, what is overdue is paid and the loan goes on this way. Honoured to the fen until
 * the end of its day, unless something happens to the loan or to what is overdue before.
 *
 * @param date day up to which interest is counted, and the last on which the offer can be taken
 * @param overdue bills that are paid first, oldest first, as they stand on that day
 * @param principal fen repaid early
 * @param interest fen of the actual days; negative where interest was paid ahead
 * @param compensation fen, by the contract
 * @param interestSaved fen that need not be paid later, the interest now counted and the compensation not
 * @param loanVersion number of the loan's events when the offer was made
 */
public record Quote(
        UUID id,
        UUID loanId,
        LocalDate date,
        Way way,
        List<OverdueBill> overdue,
        long principal,
        long interest,
        long compensation,
        long interestSaved,
        long loanVersion) {

    public Quote {
        overdue = List.copyOf(overdue);
    }

    /** The one amount to pay, fen. */
    public long total() {
        return OverdueBill.total(overdue) + principal + interest + compensation;
    }
}
