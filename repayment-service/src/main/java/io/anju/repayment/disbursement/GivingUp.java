package io.anju.repayment.disbursement;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.disbursement.PayoutCancellations.FailedPayout;
import io.anju.repayment.disbursement.PayoutCancellations.Proposal;
import io.anju.repayment.loan.LoanAnnouncements;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.LoanEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Gives up a loan that could not be paid out: proposed by one person, done when another approves. Nothing was posted. */
@ApplicationScoped
public class GivingUp {

    private final Disbursement disbursement;
    private final PayoutCancellations cancellations;
    private final Loans loans;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Ids ids;

    GivingUp(
            Disbursement disbursement,
            PayoutCancellations cancellations,
            Loans loans,
            Outbox outbox,
            BusinessClock clock,
            Ids ids) {
        this.disbursement = disbursement;
        this.cancellations = cancellations;
        this.loans = loans;
        this.outbox = outbox;
        this.clock = clock;
        this.ids = ids;
    }

    /** Proposes; one proposal of a loan waits at a time. */
    public Uni<Result<Proposal, DisbursementRefusal>> propose(Tx tx, UUID loanId, String reason, UUID by) {
        var proposal = new Proposal(ids.next(), loanId, reason, by, clock.now());
        return disbursement.whenFailed(
                tx,
                loanId,
                (stored, opening) -> cancellations
                        .findWaiting(tx, loanId)
                        .flatMap(waiting -> waiting.isPresent()
                                ? refused(new DisbursementRefusal.Proposed(
                                        waiting.get().id()))
                                : cancellations.add(tx, proposal).replaceWith(Result.ok(proposal))));
    }

    /** The second person's word; approved, the loan is over. */
    public Uni<Result<Proposal, DisbursementRefusal>> decide(Tx tx, UUID loanId, UUID id, boolean approved, UUID by) {
        return disbursement.whenFailed(
                tx,
                loanId,
                (stored, opening) -> cancellations.findWaiting(tx, loanId).flatMap(waiting -> switch (waiting.filter(
                                one -> one.id().equals(id))
                        .orElse(null)) {
                    case null -> refused(new DisbursementRefusal.NotProposed(id));
                    case Proposal own when own.by().equals(by) -> refused(new DisbursementRefusal.SamePerson());
                    case Proposal proposal ->
                        cancellations
                                .decide(tx, proposal, approved, by, clock.now())
                                .flatMap(kept -> approved
                                        ? end(tx, stored, opening)
                                        : Uni.createFrom().voidItem())
                                .replaceWith(Result.ok(proposal));
                }));
    }

    private Uni<Void> end(Tx tx, StoredLoan<Loan> stored, Loan.Opening opening) {
        LocalDate today = clock.today();
        List<LoanEvent> events = List.of(new LoanEvent.PayoutCancelled(today));
        return loans.saveAll(tx, List.of(new LoanChange(stored, opening.cancelled(today), events)))
                .flatMap(saved -> loans.standingOf(tx, opening.agreement().contractId()))
                .flatMap(whole ->
                        outbox.append(tx, LoanAnnouncements.payoutCancelled(opening.agreement(), today, whole)));
    }

    /** Payouts that failed and wait for somebody, by their loans' ids. */
    public Uni<List<FailedPayout>> listFailed(Tx tx, Optional<UUID> after, int limit) {
        return cancellations.listFailed(tx, after, limit);
    }

    private static <T> Uni<Result<T, DisbursementRefusal>> refused(DisbursementRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
