package io.anju.repayment.collection;

import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LedgerRefusal;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.ledger.model.TransferKind;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.rail.RailOutcomeHandler;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows from the debit of an instalment, whoever ordered it: money is posted and used for what is owed; a failed
 * debit makes the instalment overdue and is tried again by the plan.
 */
@ApplicationScoped
class InstalmentDebits implements RailOutcomeHandler {

    private final Loans loans;
    private final Bills bills;
    private final Ledger ledger;
    private final LoanEnding ending;
    private final Outbox outbox;
    private final CollectionConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    InstalmentDebits(
            Loans loans,
            Bills bills,
            Ledger ledger,
            LoanEnding ending,
            Outbox outbox,
            CollectionConfig config,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
        this.bills = bills;
        this.ledger = ledger;
        this.ending = ending;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Purpose purpose() {
        return Purpose.INSTALMENT;
    }

    @Override
    public Uni<Void> succeeded(Tx tx, Instruction paid) {
        // Asked for together: PostgreSQL reads the bills once the loan is locked, and nobody waits between the two.
        return Uni.combine()
                .all()
                .unis(loans.findForUpdate(tx, paid.loanId()), bills.listOfLoan(tx, paid.loanId()))
                .asTuple()
                .flatMap(read -> {
                    StoredLoan<Loan> stored = read.getItem1().orElseThrow();
                    List<Bill> all = read.getItem2();
                    Loan.Active loan = active(stored).released(paid.reference());
                    List<LoanEvent> events = new ArrayList<>();
                    Optional<Bill.Unpaid> billed = unpaid(all, paid);
                    if (billed.isEmpty()) {
                        Loan.Active.Billing ahead = loan.bill();
                        loan = ahead.after();
                        events.add(billedEvent(ahead.instalment()));
                        billed = Optional.of(Billing.bill(
                                paid.loanId(),
                                ahead.instalment(),
                                active(stored).position().state().annualRate()));
                    }
                    return receive(tx, stored, loan, events, billed.get(), paid);
                });
    }

    @Override
    public Uni<Void> failed(Tx tx, Instruction refused, String reason) {
        return loans.findForUpdate(tx, refused.loanId())
                .map(Optional::orElseThrow)
                .flatMap(stored -> bills.listOfLoan(tx, refused.loanId())
                        .flatMap(all -> unpaid(all, refused)
                                .map(bill -> fail(tx, stored, bill, refused, reason))
                                .orElseGet(() -> release(tx, stored, refused))));
    }

    private Uni<Void> receive(
            Tx tx,
            StoredLoan<Loan> before,
            Loan.Active loan,
            List<LoanEvent> events,
            Bill.Unpaid bill,
            Instruction paid) {
        Bill.Received received = bill.receive(paid.date(), paid.amount(), config.lateRule());
        if (received.left() > 0) {
            throw new IllegalStateException(received.left() + " fen more than owed by " + paid.reference());
        }
        Uni<Void> told = Uni.createFrom().voidItem();
        if (received.after() instanceof Bill.Paid whole) {
            events.add(new LoanEvent.InstalmentPaid(paid.date(), paid.subjectNumber(), whole.amount()));
            told = outbox.append(
                    tx, InstalmentAnnouncements.paid(loan.agreement().customerId(), whole));
        }
        // Written together, in this order; what one of them refuses ends the transaction, and with it the others.
        return Uni.combine()
                .all()
                .unis(
                        post(tx, paid, received.parts()),
                        told,
                        ending.save(tx, before, loan, events, List.of(received.after()), clock.today()))
                .discardItems();
    }

    private Uni<Void> post(Tx tx, Instruction paid, Receipt parts) {
        return ledger.post(
                        tx,
                        LoanPostings.receipt(
                                ids.next(),
                                paid.reference(),
                                TransferKind.INSTALMENT,
                                paid.loanId(),
                                clock.today(),
                                "INSTALMENT " + paid.subject(),
                                parts))
                .invoke(InstalmentDebits::expectPosted)
                .replaceWithVoid();
    }

    private Uni<Void> fail(Tx tx, StoredLoan<Loan> stored, Bill.Unpaid bill, Instruction refused, String reason) {
        LocalDate today = clock.today();
        Bill.Unpaid after = bill.debitFailed(today, config.retryPlan());
        boolean newlyOverdue = after instanceof Bill.Overdue && bill instanceof Bill.Due;
        return bills.saveAll(tx, List.of(after))
                .flatMap(saved -> newlyOverdue
                        ? outbox.append(
                                tx,
                                InstalmentAnnouncements.overdue(
                                        stored.loan().agreement().customerId(), bill.facts(), refused.amount(), reason))
                        : Uni.createFrom().voidItem());
    }

    /** A payment ahead that did not come off leaves nothing behind. */
    private Uni<Void> release(Tx tx, StoredLoan<Loan> stored, Instruction refused) {
        return loans.save(tx, stored, active(stored).released(refused.reference()));
    }

    private static Optional<Bill.Unpaid> unpaid(List<Bill> bills, Instruction instruction) {
        return bills.stream()
                .filter(bill -> bill.facts().number() == instruction.subjectNumber())
                .map(bill -> {
                    if (bill instanceof Bill.Unpaid unpaid) {
                        return unpaid;
                    }
                    throw new IllegalStateException("paid twice: " + instruction.reference());
                })
                .findFirst();
    }

    private static LoanEvent billedEvent(Instalment row) {
        return new LoanEvent.Billed(row.dueDate(), row.number(), row.principal(), row.interest());
    }

    private static Loan.Active active(StoredLoan<Loan> stored) {
        if (stored.loan() instanceof Loan.Active active) {
            return active;
        }
        throw new IllegalStateException(
                "not active: " + stored.loan().agreement().id());
    }

    private static void expectPosted(Result<Posting, LedgerRefusal> answer) {
        if (answer instanceof Result.Refused<Posting, LedgerRefusal>(LedgerRefusal refusal)) {
            throw new IllegalStateException(refusal.toString());
        }
    }
}
