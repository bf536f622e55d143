package io.anju.repayment.collection.model;

import io.anju.kernel.arrears.LateAccrual;
import io.anju.kernel.rate.Accrual;
import java.time.LocalDate;

/**
 * What is still open of a bill.
 *
 * @param principal not paid, fen
 * @param interest not paid, fen
 * @param gathered for lateness since the last day in time, paid (or waived) or not, exact
 * @param waived of that, fen
 * @param seenTo day of the last payment; the due date at first
 */
public record BillRest(long principal, long interest, LateAccrual.Gathered gathered, long waived, LocalDate seenTo) {

    /** Paid so far for lateness, fen. */
    public long penaltyPaid() {
        return gathered.penalty().paid() + gathered.compound().paid() - waived;
    }

    static BillRest of(BillFacts facts) {
        var none = new LateAccrual.Charge(Accrual.NONE, 0);
        return new BillRest(
                facts.principal(),
                facts.interest(),
                new LateAccrual.Gathered(facts.lastInTime(), none, none),
                0,
                facts.dueDate());
    }

    /** The same, what will gather for lateness counting from another day. */
    BillRest gatheringFrom(LocalDate day) {
        var moved = new LateAccrual.Gathered(day, gathered.penalty(), gathered.compound());
        return new BillRest(principal, interest, moved, waived, seenTo);
    }
}
