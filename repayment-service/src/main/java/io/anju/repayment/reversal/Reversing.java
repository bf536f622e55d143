package io.anju.repayment.reversal;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.reversal.model.PaymentReversal;
import io.anju.repayment.reversal.model.ReversalCause;
import io.anju.repayment.reversal.model.ReversalRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Takes posted payments back: proposed by one person, done when another approves. */
@ApplicationScoped
public class Reversing {

    private final Loans loans;
    private final Reversals reversals;
    private final Undoings undoings;
    private final UndoingBooks books;
    private final BusinessClock clock;
    private final Ids ids;

    Reversing(Loans loans, Reversals reversals, Undoings undoings, UndoingBooks books, BusinessClock clock, Ids ids) {
        this.loans = loans;
        this.reversals = reversals;
        this.undoings = undoings;
        this.books = books;
        this.clock = clock;
        this.ids = ids;
    }

    /** What is asked for; {@code transfer} is the payment's in the ledger. */
    public record Ask(UUID transfer, ReversalCause cause, String reason) {}

    /** Proposes; nothing changes before somebody else has approved. Refused already where approving would be. */
    public Uni<Result<PaymentReversal, ReversalRefusal>> propose(Tx tx, UUID loanId, Ask ask, UUID by) {
        return onPaidOut(
                tx,
                loanId,
                stored -> reversals
                        .findOf(tx, loanId, ask.transfer())
                        .flatMap(standing -> standing.isPresent()
                                ? refused(new ReversalRefusal.AlreadyReversed(
                                        standing.get().proposal().id()))
                                : undoings.of(tx, stored, ask.transfer())
                                        .flatMap(result -> keep(tx, result.map(ready -> proposal(loanId, ask, by))))));
    }

    /** Approves: the payment is no more from this moment on. */
    public Uni<Result<PaymentReversal, ReversalRefusal>> approve(Tx tx, UUID loanId, UUID id, UUID by) {
        return onProposed(tx, loanId, id, (stored, proposed) -> {
            var approved = proposed.approved(by, clock.now(), ids.next());
            return switch (approved) {
                case Result.Refused<PaymentReversal.Approved, ReversalRefusal>(ReversalRefusal refusal) ->
                    refused(refusal);
                case Result.Ok<PaymentReversal.Approved, ReversalRefusal>(PaymentReversal.Approved over) ->
                    undoings.of(tx, stored, over.proposal().transfer()).flatMap(result -> switch (result) {
                        case Result.Refused<Undoings.Ready, ReversalRefusal>(ReversalRefusal refusal) ->
                            refused(refusal);
                        case Result.Ok<Undoings.Ready, ReversalRefusal>(Undoings.Ready ready) ->
                            books.undo(tx, ready, over).flatMap(done -> keep(tx, Result.ok(over)));
                    });
            };
        });
    }

    /** Declines: the payment stays. */
    public Uni<Result<PaymentReversal, ReversalRefusal>> decline(Tx tx, UUID loanId, UUID id, UUID by) {
        return onProposed(
                tx,
                loanId,
                id,
                (stored, proposed) ->
                        keep(tx, proposed.declined(by, clock.now()).map(Function.identity())));
    }

    /** The loan's reversals, the newest first. */
    public Uni<List<PaymentReversal>> list(Tx tx, UUID loanId, Optional<UUID> before, int limit) {
        return reversals.listOfLoan(tx, loanId, before, limit);
    }

    /** One of them. */
    public Uni<Optional<PaymentReversal>> find(Tx tx, UUID loanId, UUID id) {
        return reversals.find(tx, loanId, id);
    }

    private PaymentReversal proposal(UUID loanId, Ask ask, UUID by) {
        return new PaymentReversal.Proposed(new PaymentReversal.Proposal(
                ids.next(), loanId, ask.transfer(), ask.cause(), ask.reason(), by, clock.now()));
    }

    private Uni<Result<PaymentReversal, ReversalRefusal>> keep(Tx tx, Result<PaymentReversal, ReversalRefusal> result) {
        return switch (result) {
            case Result.Ok<PaymentReversal, ReversalRefusal>(PaymentReversal reversal) ->
                reversals.save(tx, reversal).replaceWith(result);
            case Result.Refused<PaymentReversal, ReversalRefusal> refused ->
                Uni.createFrom().item(result);
        };
    }

    private interface OnProposed {
        Uni<Result<PaymentReversal, ReversalRefusal>> work(StoredLoan<Loan> stored, PaymentReversal.Proposed proposed);
    }

    private Uni<Result<PaymentReversal, ReversalRefusal>> onProposed(Tx tx, UUID loanId, UUID id, OnProposed then) {
        return onPaidOut(
                tx,
                loanId,
                stored -> reversals.find(tx, loanId, id).flatMap(found -> switch (found.orElse(null)) {
                    case null -> refused(new ReversalRefusal.NotFound(id));
                    case PaymentReversal.Proposed proposed -> then.work(stored, proposed);
                    case PaymentReversal.Approved over -> refused(new ReversalRefusal.AlreadyDecided(id));
                    case PaymentReversal.Declined over -> refused(new ReversalRefusal.AlreadyDecided(id));
                }));
    }

    /** With the loan locked, if its money was paid out. */
    private Uni<Result<PaymentReversal, ReversalRefusal>> onPaidOut(
            Tx tx, UUID loanId, Function<StoredLoan<Loan>, Uni<Result<PaymentReversal, ReversalRefusal>>> then) {
        return loans.findForUpdate(tx, loanId)
                .flatMap(found -> switch (found.map(StoredLoan::loan).orElse(null)) {
                    case null -> refused(new ReversalRefusal.NotFound(loanId));
                    case Loan.Opening opening -> refused(new ReversalRefusal.NotFound(loanId));
                    case Loan.Cancelled cancelled -> refused(new ReversalRefusal.NotFound(loanId));
                    case Loan.Active active -> then.apply(found.orElseThrow());
                    case Loan.Settled settled -> then.apply(found.orElseThrow());
                });
    }

    private static <T> Uni<Result<T, ReversalRefusal>> refused(ReversalRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
