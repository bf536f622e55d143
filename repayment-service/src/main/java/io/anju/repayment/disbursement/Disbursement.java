package io.anju.repayment.disbursement;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.loan.LoanAnnouncements;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.rail.RailOutcomeHandler;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Opens loans, has them paid out, and posts them when the rail says that the money is with the payee. */
@ApplicationScoped
public class Disbursement implements RailOutcomeHandler {

    private static final Logger LOGGER = Logger.getLogger(Disbursement.class);
    private static final String SUBJECT = "payout";

    private final Loans loans;
    private final Ledger ledger;
    private final RailDesk rail;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Ids ids;

    Disbursement(Loans loans, Ledger ledger, RailDesk rail, Outbox outbox, BusinessClock clock, Ids ids) {
        this.loans = loans;
        this.ledger = ledger;
        this.rail = rail;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** Opens the loan and orders its payout; a loan opened before, for the same tranche, stays as it is. */
    public Uni<Void> open(Tx tx, Agreement agreement) {
        return loans.open(tx, agreement)
                .flatMap(opened -> opened
                        ? ledger.openLoan(tx, agreement.id()).flatMap(done -> rail.place(tx, payout(agreement)))
                        : Uni.createFrom().voidItem());
    }

    /** Orders the payout anew, after the one before failed. */
    public Uni<Result<Loan.Opening, DisbursementRefusal>> payOutAgain(Tx tx, UUID loanId) {
        return whenFailed(
                tx,
                loanId,
                (stored, opening) -> rail.place(tx, payout(opening.agreement())).replaceWith(Result.ok(opening)));
    }

    /** What is done about a loan that is locked, and of whose payouts every one has failed. */
    interface WhenFailed<T> {
        Uni<Result<T, DisbursementRefusal>> act(StoredLoan<Loan> stored, Loan.Opening opening);
    }

    /**
     * Does it, if every payout of the loan has failed and none of its money is out: what is under way may still arrive, and
     * what a part of one has left with the payee would be paid a second time.
     */
    <T> Uni<Result<T, DisbursementRefusal>> whenFailed(Tx tx, UUID loanId, WhenFailed<T> then) {
        return loans.findForUpdate(tx, loanId).flatMap(found -> switch (found.map(StoredLoan::loan)
                .orElse(null)) {
            case null -> refused(new DisbursementRefusal.NoSuchLoan(loanId));
            case Loan.Opening opening ->
                rail.isPayoutOut(tx, loanId)
                        .flatMap(out -> out
                                ? refused(new DisbursementRefusal.NotReturned(loanId))
                                : whenNoneIsUnderWay(tx, found.orElseThrow(), opening, then));
            case Loan.Active active -> refused(new DisbursementRefusal.PaidOut(loanId));
            case Loan.Settled settled -> refused(new DisbursementRefusal.PaidOut(loanId));
            case Loan.Cancelled cancelled -> refused(new DisbursementRefusal.Cancelled(loanId));
        });
    }

    private <T> Uni<Result<T, DisbursementRefusal>> whenNoneIsUnderWay(
            Tx tx, StoredLoan<Loan> stored, Loan.Opening opening, WhenFailed<T> then) {
        UUID loanId = opening.agreement().id();
        return rail.listUnderWay(tx, loanId)
                .flatMap(underWay -> underWay.isEmpty()
                        ? then.act(stored, opening)
                        : refused(new DisbursementRefusal.UnderWay(loanId)));
    }

    @Override
    public Purpose purpose() {
        return Purpose.DISBURSEMENT;
    }

    @Override
    public Uni<Void> succeeded(Tx tx, RailOrder.Succeeded order) {
        Instruction paid = order.instruction();
        return loans.findForUpdate(tx, paid.loanId()).map(Optional::orElseThrow).flatMap(stored -> {
            if (stored.loan() instanceof Loan.Opening opening) {
                return begin(tx, stored, opening, order);
            }
            throw new IllegalStateException("paid out twice: " + paid.reference());
        });
    }

    @Override
    public Uni<Void> failed(Tx tx, Instruction refused, String reason) {
        LOGGER.errorf("Payout %s failed: %s; staff order it anew or give it up", refused.reference(), reason);
        return loans.find(tx, refused.loanId())
                .map(found -> found.orElseThrow().loan().agreement())
                .flatMap(agreement -> outbox.append(tx, LoanAnnouncements.payoutFailed(agreement, reason)));
    }

    /** The loan begins on the day on which the money went; it is posted today, since that day may be closed. */
    private Uni<Void> begin(Tx tx, StoredLoan<Loan> stored, Loan.Opening opening, RailOrder.Succeeded order) {
        Instruction paid = order.instruction();
        LocalDate today = clock.today();
        LocalDate moved = order.movedOn(today);
        Loan.Active begun = opening.disbursed(moved);
        var event = new LoanEvent.Disbursed(moved, paid.amount());
        return ledger.post(
                        tx,
                        LoanPostings.disbursement(
                                ids.next(), paid.reference(), paid.loanId(), today, "DISBURSEMENT", paid.amount()))
                .map(Posting::expected)
                .flatMap(posted -> loans.saveAll(tx, List.of(new LoanChange(stored, begun, List.of(event)))))
                .flatMap(saved -> outbox.append(tx, LoanAnnouncements.disbursed(begun.agreement(), moved)));
    }

    private Instruction payout(Agreement agreement) {
        return new Instruction(
                "disbursement-%s-%s".formatted(agreement.id(), ids.next()),
                Instruction.Kind.PAYOUT,
                Purpose.DISBURSEMENT,
                agreement.id(),
                SUBJECT,
                agreement.payee(),
                agreement.terms().principal(),
                clock.today());
    }

    private static <T> Uni<Result<T, DisbursementRefusal>> refused(DisbursementRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
