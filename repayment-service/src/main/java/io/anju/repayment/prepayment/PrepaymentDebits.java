package io.anju.repayment.prepayment;

import io.anju.kernel.prepay.EarlyDay;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.LoanPosition;
import io.anju.kernel.schedule.ScheduleRefusal;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.collection.LoanEnding;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.ledger.model.TransferKind;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.prepayment.model.Quote;
import io.anju.repayment.prepayment.model.Way;
import io.anju.repayment.rail.RailOutcomeHandler;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What follows from the debit of an offer: the loan changes exactly as offered, or not at all. */
@ApplicationScoped
class PrepaymentDebits implements RailOutcomeHandler {

    private final Loans loans;
    private final Prepayments prepayments;
    private final Ledger ledger;
    private final LoanEnding ending;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Ids ids;

    PrepaymentDebits(
            Loans loans,
            Prepayments prepayments,
            Ledger ledger,
            LoanEnding ending,
            Outbox outbox,
            BusinessClock clock,
            Ids ids) {
        this.loans = loans;
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

    private Uni<Void> apply(Tx tx, StoredLoan<Loan> stored, Prepayment.Pending pending, Instruction paid) {
        Quote quote = pending.quote();
        Loan.Active loan = active(stored).released(paid.reference());
        Loan.Active after = loan.prepaid(after(loan.position(), quote));
        var event = new LoanEvent.Prepaid(
                quote.date(),
                quote.principal(),
                quote.interest(),
                quote.compensation(),
                quote.way().option());
        return post(tx, quote, paid)
                .flatMap(posted -> prepayments.save(tx, pending.done()))
                .flatMap(done -> quote.way() == Way.FULL
                        ? Uni.createFrom().voidItem()
                        : outbox.append(
                                tx,
                                PrepaymentAnnouncements.prepaid(loan.agreement().customerId(), quote)))
                .flatMap(told -> ending.save(tx, stored, after, List.of(event), List.of(), clock.today()));
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

    private Uni<Void> post(Tx tx, Quote quote, Instruction paid) {
        return ledger.post(
                        tx,
                        LoanPostings.receipt(
                                ids.next(),
                                paid.reference(),
                                TransferKind.PREPAYMENT,
                                quote.loanId(),
                                clock.today(),
                                quote.way() == Way.FULL ? "SETTLEMENT" : "PREPAYMENT",
                                new Receipt(quote.compensation(), 0, quote.interest(), quote.principal())))
                .map(Posting::expected)
                .replaceWithVoid();
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
