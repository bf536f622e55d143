package io.anju.repayment.prepayment;

import io.anju.kernel.prepay.EarlyDay;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.ScheduleRefusal;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.BillShares;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.InstalmentAnnouncements;
import io.anju.repayment.collection.LoanEnding;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.prepayment.model.OverduePayment;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.prepayment.model.Quote;
import io.anju.repayment.prepayment.model.Way;
import io.anju.repayment.rail.RailOutcomeHandler;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What follows from the debit of an offer: the loan changes exactly as offered, or not at all. */
@ApplicationScoped
class PrepaymentDebits implements RailOutcomeHandler {

    private final Loans loans;
    private final Bills bills;
    private final BillShares shares;
    private final Prepayments prepayments;
    private final Ledger ledger;
    private final LoanEnding ending;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Ids ids;

    PrepaymentDebits(
            Loans loans,
            Bills bills,
            BillShares shares,
            Prepayments prepayments,
            Ledger ledger,
            LoanEnding ending,
            Outbox outbox,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
        this.bills = bills;
        this.shares = shares;
        this.prepayments = prepayments;
        this.ledger = ledger;
        this.ending = ending;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Purpose purpose() {
        return Purpose.PREPAYMENT;
    }

    @Override
    public Uni<Void> succeeded(Tx tx, RailOrder.Succeeded order) {
        Instruction paid = order.instruction();
        return loans.findForUpdate(tx, paid.loanId())
                .map(Optional::orElseThrow)
                .flatMap(stored -> findPending(tx, paid).flatMap(pending -> apply(tx, stored, pending, paid)));
    }

    @Override
    public Uni<Void> failed(Tx tx, Instruction refused, String reason) {
        return loans.findForUpdate(tx, refused.loanId())
                .map(Optional::orElseThrow)
                .call(stored -> loans.save(tx, stored, active(stored).released(refused.reference())))
                .flatMap(stored -> findPending(tx, refused)
                        .flatMap(pending -> prepayments
                                .save(tx, pending.failed(reason))
                                .flatMap(saved -> outbox.append(
                                        tx,
                                        PrepaymentAnnouncements.failed(
                                                stored.loan().agreement().customerId(), pending.quote(), reason)))));
    }

    /** What is overdue is paid first (民法典 第五百六十条), and then principal is repaid early; one debit, one transfer. */
    private Uni<Void> apply(Tx tx, StoredLoan<Loan> stored, Prepayment.Pending pending, Instruction paid) {
        Quote quote = pending.quote();
        return bills.listUnpaid(tx, List.of(quote.loanId()))
                .map(unpaid -> OverduePayment.of(quote, unpaid))
                .flatMap(overdue -> post(tx, stored, quote, overdue, paid)
                        .flatMap(posted -> prepayments.save(tx, pending.done()))
                        .flatMap(done -> outbox.appendAll(tx, announcements(stored, quote, overdue)))
                        .flatMap(told -> save(tx, stored, quote, overdue, paid)));
    }

    private Uni<Void> save(Tx tx, StoredLoan<Loan> stored, Quote quote, OverduePayment overdue, Instruction paid) {
        Loan.Active loan = active(stored).released(paid.reference());
        List<LoanEvent> events = new ArrayList<>();
        for (Bill.Paid bill : overdue.bills()) {
            events.add(new LoanEvent.InstalmentPaid(bill.on(), bill.facts().number(), bill.amount()));
        }
        events.add(new LoanEvent.Prepaid(
                quote.date(),
                quote.principal(),
                quote.interest(),
                quote.compensation(),
                quote.way().option()));
        Loan.Active after = loan.prepaid(after(loan.position(), quote));
        return ending.save(tx, stored, after, events, overdue.bills(), clock.today());
    }

    private static List<DomainEvent> announcements(StoredLoan<Loan> stored, Quote quote, OverduePayment overdue) {
        UUID customer = stored.loan().agreement().customerId();
        List<DomainEvent> facts = new ArrayList<>();
        overdue.bills().forEach(bill -> facts.add(InstalmentAnnouncements.paid(customer, bill)));
        if (quote.way() != Way.FULL) {
            facts.add(PrepaymentAnnouncements.prepaid(customer, quote));
        }
        return facts;
    }

    /** The loan was held at the figures of the quote, so that they still fit. */
    private static LoanPosition after(LoanPosition position, Quote quote) {
        return switch (EarlyDay.of(position, quote.date())
                .after(quote.principal(), quote.way().option())) {
            case Result.Ok<LoanPosition, ScheduleRefusal>(LoanPosition next) -> next;
            case Result.Refused<LoanPosition, ScheduleRefusal>(ScheduleRefusal refusal) ->
                throw new IllegalStateException(refusal.toString());
        };
    }

    private Uni<Void> post(Tx tx, StoredLoan<Loan> stored, Quote quote, OverduePayment overdue, Instruction paid) {
        var early = new Receipt(quote.compensation(), 0, quote.interest(), quote.principal());
        Transfer transfer = LoanPostings.receipt(
                ids.next(),
                paid.reference(),
                TransferKind.PREPAYMENT,
                quote.loanId(),
                clock.today(),
                quote.way() == Way.FULL ? "SETTLEMENT" : "PREPAYMENT",
                overdue.parts().plus(early));
        return ledger.post(tx, transfer)
                .map(Posting::expected)
                .flatMap(posted -> shares.addAll(tx, overdue.settledBy(transfer.id(), stored.version())));
    }

    private Uni<Prepayment.Pending> findPending(Tx tx, Instruction of) {
        return prepayments.find(tx, of.loanId(), UUID.fromString(of.subject())).map(found -> {
            if (found.orElseThrow() instanceof Prepayment.Pending pending) {
                return pending;
            }
            throw new IllegalStateException("concluded twice: " + of.reference());
        });
    }

    private static Loan.Active active(StoredLoan<Loan> stored) {
        if (stored.loan() instanceof Loan.Active active) {
            return active;
        }
        throw new IllegalStateException(
                "not active: " + stored.loan().agreement().id());
    }
}
