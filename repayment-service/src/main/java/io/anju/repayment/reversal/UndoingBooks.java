package io.anju.repayment.reversal;

import io.anju.kernel.result.Result;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.BillShares;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LedgerRefusal;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.Reallocation;
import io.anju.repayment.loan.LoanAnnouncements;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.reversal.model.PaymentReversal;
import io.anju.repayment.reversal.model.Undoing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes it down that a payment is no more: ledger, bills, shares, the loan, and who is told. */
@ApplicationScoped
class UndoingBooks {

    private final Loans loans;
    private final Bills bills;
    private final BillShares shares;
    private final Ledger ledger;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Ids ids;

    UndoingBooks(
            Loans loans, Bills bills, BillShares shares, Ledger ledger, Outbox outbox, BusinessClock clock, Ids ids) {
        this.loans = loans;
        this.bills = bills;
        this.shares = shares;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Void> undo(Tx tx, Undoings.Ready ready, PaymentReversal.Approved approved) {
        Undoing undoing = ready.undoing();
        UUID loanId = ready.payment().loanId();
        return post(tx, ready, approved.reversal())
                .flatMap(
                        posted -> shares.undo(tx, loanId, ready.payment().id(), approved.reversal(), undoing.instead()))
                .flatMap(done -> bills.saveAll(tx, undoing.bills()))
                .flatMap(saved -> undoing.unbilled()
                        .map(number -> bills.remove(tx, loanId, number))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .flatMap(removed -> loans.saveAll(
                        tx, List.of(new LoanChange(ready.stored(), undoing.loan(), List.of(undoing.event())))))
                .flatMap(saved -> outbox.appendAll(tx, announcements(ready, approved)));
    }

    private Uni<Void> post(Tx tx, Undoings.Ready ready, UUID reversal) {
        Reallocation rest = ready.undoing().reallocation();
        String text = "REVERSAL OF " + ready.payment().reference();
        return ledger.reverse(tx, ready.payment().id(), reversal, clock.today(), text)
                .invoke(UndoingBooks::expectPosted)
                .flatMap(posted -> rest.equals(Reallocation.NONE)
                        ? Uni.createFrom().voidItem()
                        : ledger.post(
                                        tx,
                                        LoanPostings.reallocation(
                                                ids.next(),
                                                ready.payment().id(),
                                                ready.payment().loanId(),
                                                clock.today(),
                                                rest))
                                .invoke(UndoingBooks::expectPosted)
                                .replaceWithVoid());
    }

    /** Nobody is told of lateness: an instalment that was taken for paid has its grace from now on. */
    private List<DomainEvent> announcements(Undoings.Ready ready, PaymentReversal.Approved approved) {
        UUID customer = ready.stored().loan().agreement().customerId();
        List<DomainEvent> told = new ArrayList<>();
        told.add(ReversalAnnouncements.reversed(customer, ready.undoing(), approved));
        if (ready.stored().loan() instanceof Loan.Settled settled) {
            told.add(LoanAnnouncements.reopened(settled.agreement(), clock.today()));
        }
        return told;
    }

    private static void expectPosted(Result<Posting, LedgerRefusal> answer) {
        if (!(answer instanceof Result.Ok<Posting, LedgerRefusal>(Posting.Posted posted))) {
            throw new IllegalStateException(answer.toString());
        }
    }
}
