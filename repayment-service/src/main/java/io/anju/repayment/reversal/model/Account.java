package io.anju.repayment.reversal.model;

import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillShare;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import java.util.List;
import java.util.Map;

/**
 * All that is known of a loan from which a payment is to be taken back.
 *
 * @param events from the first
 * @param bills all, oldest first
 * @param shares those in force, in their order
 * @param attempts how many debits were ordered by themselves, by instalment
 */
public record Account(
        Loan.Active loan,
        List<LoanEvent> events,
        List<Bill> bills,
        List<BillShare> shares,
        Map<Integer, Integer> attempts) {

    public Account {
        events = List.copyOf(events);
        bills = List.copyOf(bills);
        shares = List.copyOf(shares);
        attempts = Map.copyOf(attempts);
    }
}
