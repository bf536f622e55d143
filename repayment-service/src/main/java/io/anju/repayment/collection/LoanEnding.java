package io.anju.repayment.collection;

import io.anju.kit.event.Outbox;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.LoanAnnouncements;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Keeps what became of a loan after money came in, and ends the loan when that was the last of it. */
@ApplicationScoped
public class LoanEnding {

    private final Loans loans;
    private final Bills bills;
    private final Outbox outbox;

    LoanEnding(Loans loans, Bills bills, Outbox outbox) {
        this.loans = loans;
        this.bills = bills;
        this.outbox = outbox;
    }

    /**
     * Saves the loan, settled if it owes nothing any more: no instalment left to bill and no bill unpaid.
     *
     * @param changedBills already saved or not, they are saved here
     */
    public Uni<Void> save(
            Tx tx,
            StoredLoan<Loan> before,
            Loan.Active after,
            List<LoanEvent> events,
            List<? extends Bill> changedBills,
            LocalDate date) {
        return bills.saveAll(tx, changedBills)
                .flatMap(saved -> owesNothing(tx, after))
                .flatMap(over -> over
                        ? settle(tx, before, after, events, date)
                        : loans.saveAll(tx, List.of(new LoanChange(before, after, events))));
    }

    /** While instalments are left to bill, nobody need look. */
    private Uni<Boolean> owesNothing(Tx tx, Loan.Active loan) {
        return loan.position().state().isSettled()
                ? bills.listUnpaid(tx, List.of(loan.agreement().id())).map(List::isEmpty)
                : Uni.createFrom().item(false);
    }

    private Uni<Void> settle(
            Tx tx, StoredLoan<Loan> before, Loan.Active after, List<LoanEvent> events, LocalDate date) {
        List<LoanEvent> all = new ArrayList<>(events);
        all.add(new LoanEvent.LoanSettled(date));
        return loans.saveAll(tx, List.of(new LoanChange(before, after.settled(date), all)))
                .flatMap(saved -> loans.contractIsSettled(tx, after.agreement().contractId()))
                .flatMap(whole -> outbox.append(tx, LoanAnnouncements.settled(after.agreement(), date, whole)));
    }
}
