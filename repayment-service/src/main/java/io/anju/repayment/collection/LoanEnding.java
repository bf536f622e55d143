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
import java.util.Comparator;
import java.util.List;

/** Keeps what became of a loan after money came in, and ends the loan, with what hangs on it, when that was the last of it. */
@ApplicationScoped
public class LoanEnding {

    private static final Comparator<LoanChange> BY_CONTRACT =
            Comparator.comparing(change -> change.after().agreement().contractId());

    private final Loans loans;
    private final Bills bills;
    private final EndsWithLoan others;
    private final Outbox outbox;

    LoanEnding(Loans loans, Bills bills, EndsWithLoan others, Outbox outbox) {
        this.loans = loans;
        this.bills = bills;
        this.others = others;
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
        if (!after.position().state().isSettled()) {
            // Instalments are left to bill, so nobody need look at the others.
            return Uni.combine()
                    .all()
                    .unis(
                            bills.saveAll(tx, changedBills),
                            loans.saveAll(tx, List.of(new LoanChange(before, after, events))))
                    .discardItems();
        }
        return bills.saveAll(tx, changedBills)
                .flatMap(saved -> bills.listUnpaid(tx, List.of(after.agreement().id())))
                .flatMap(unpaid -> unpaid.isEmpty()
                        ? end(tx, new LoanChange(before, after, events), date)
                        : loans.saveAll(tx, List.of(new LoanChange(before, after, events))));
    }

    /** Ends loans that owe nothing any more; their bills are saved. On one day few of them do. */
    Uni<Void> endAll(Tx tx, List<LoanChange> paidOff, LocalDate date) {
        Uni<Void> done = Uni.createFrom().voidItem();
        // In one order everywhere, since each is held: nobody waits in a circle.
        for (LoanChange change : paidOff.stream().sorted(BY_CONTRACT).toList()) {
            done = done.chain(() -> end(tx, change, date));
        }
        return done;
    }

    private Uni<Void> end(Tx tx, LoanChange paidOff, LocalDate date) {
        if (!(paidOff.after() instanceof Loan.Active loan)) {
            throw new IllegalArgumentException("not being repaid: " + paidOff.after());
        }
        List<LoanEvent> all = new ArrayList<>(paidOff.events());
        all.add(new LoanEvent.LoanSettled(date));
        return loans.saveAll(tx, List.of(new LoanChange(paidOff.before(), loan.settled(date), all)))
                .flatMap(saved -> loans.standingOf(tx, loan.agreement().contractId()))
                .flatMap(whole -> outbox.append(tx, LoanAnnouncements.settled(loan.agreement(), date, whole)))
                .flatMap(told -> others.loanEnded(tx, loan.agreement().id()));
    }
}
