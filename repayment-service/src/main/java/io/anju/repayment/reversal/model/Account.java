package io.anju.repayment.reversal.model;

import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.loan.model.LoanReplay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * All that is known of a loan from which a payment is to be taken back.
 *
 * @param events from the first
 * @param bills all, oldest first
 * @param shares those in force, in their order
 * @param attempts how many debits were ordered by themselves, by instalment
 */
public record Account(
        Loan loan, List<LoanEvent> events, List<Bill> bills, List<BillShare> shares, Map<Integer, Integer> attempts) {

    public Account {
        events = List.copyOf(events);
        bills = List.copyOf(bills);
        shares = List.copyOf(shares);
        attempts = Map.copyOf(attempts);
    }

    /** Debits of a bill that were ordered by themselves. */
    int attempts(Bill bill) {
        return attempts.getOrDefault(bill.facts().number(), 0);
    }

    /** Number of the event by which it is settled, if it is. */
    Optional<Long> settlement() {
        Set<Long> takenBack = LoanReplay.takenBack(events);
        return LongStream.rangeClosed(1, events.size())
                .filter(number -> events.get((int) number - 1) instanceof LoanEvent.LoanSettled)
                .filter(number -> !takenBack.contains(number))
                .boxed()
                .findFirst();
    }

    /** The loan once something was taken back of it. */
    Loan.Active without(LoanEvent.Reversed reversed) {
        return reversed.takenBack().isEmpty() && loan instanceof Loan.Active active
                ? active
                : active(replayed(reversed).loan());
    }

    /** The same with all that was billed. */
    LoanReplay replayed(LoanEvent.Reversed reversed) {
        List<LoanEvent> all = new ArrayList<>(events);
        all.add(reversed);
        return LoanReplay.whole(loan.agreement(), all);
    }

    private static Loan.Active active(Loan loan) {
        if (loan instanceof Loan.Active active) {
            return active;
        }
        throw new IllegalStateException("not active: " + loan.agreement().id());
    }
}
