package io.anju.repayment.reversal;

import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.loan.ContractStanding;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.prepayment.Prepayments;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.reversal.model.PrepaymentUndoing;
import io.anju.repayment.reversal.model.ReversalRefusal;
import io.anju.repayment.reversal.model.Undoing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;

/** What taking a payment back comes to, or why it is not taken back. The loan is locked by the caller. */
@ApplicationScoped
class Undoings {

    private final Loans loans;
    private final Prepayments prepayments;
    private final AccountReading reading;
    private final RailDesk rail;
    private final Ledger ledger;
    private final BusinessClock clock;

    Undoings(
            Loans loans,
            Prepayments prepayments,
            AccountReading reading,
            RailDesk rail,
            Ledger ledger,
            BusinessClock clock) {
        this.loans = loans;
        this.prepayments = prepayments;
        this.reading = reading;
        this.rail = rail;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A payment that can be taken back, and what comes of it. */
    record Ready(StoredLoan<Loan> stored, Transfer payment, Undoing undoing) {}

    /** Works it out for a payment's transfer. */
    Uni<Result<Ready, ReversalRefusal>> of(Tx tx, StoredLoan<Loan> stored, UUID transferId) {
        UUID loanId = stored.loan().agreement().id();
        boolean held =
                stored.loan() instanceof Loan.Active active && active.heldBy().isPresent();
        return rail.listUnderWay(tx, loanId)
                .flatMap(underWay -> underWay.isEmpty() && !held
                        ? ledger.find(tx, transferId).flatMap(found -> switch (found.orElse(null)) {
                            case null -> refused(new ReversalRefusal.NotFound(transferId));
                            case Transfer other
                            when !other.loanId().equals(loanId) -> refused(new ReversalRefusal.NotFound(transferId));
                            case Transfer payment ->
                                undoing(tx, stored, payment)
                                        .map(result -> result.map(undoing -> new Ready(stored, payment, undoing)));
                        })
                        : refused(new ReversalRefusal.UnderWay(loanId)));
    }

    private Uni<Result<Undoing, ReversalRefusal>> undoing(Tx tx, StoredLoan<Loan> stored, Transfer payment) {
        return switch (payment.kind()) {
            case INSTALMENT -> unlessAllIsSettled(tx, stored.loan(), () -> instalment(tx, stored.loan(), payment));
            case PREPAYMENT -> unlessAllIsSettled(tx, stored.loan(), () -> quoted(tx, stored.loan(), payment));
            case DISBURSEMENT, SUSPENSE, RELEASE, REALLOCATION, CREDIT_TAKEN, CREDIT_RETURNED, REVERSAL ->
                refused(new ReversalRefusal.NotAPayment(payment.kind().name()));
        };
    }

    private Uni<Result<Undoing, ReversalRefusal>> instalment(Tx tx, Loan loan, Transfer payment) {
        return reading.read(tx, loan)
                .map(account -> Undoing.of(payment.id(), LoanPostings.partsOf(payment), account, clock.today()));
    }

    /** Once nothing is owed under the contract the lien goes, and a claim is followed outside of the loan. */
    private Uni<Result<Undoing, ReversalRefusal>> unlessAllIsSettled(
            Tx tx, Loan loan, Supplier<Uni<Result<Undoing, ReversalRefusal>>> then) {
        if (!(loan instanceof Loan.Settled settled)) {
            return then.get();
        }
        UUID contract = loan.agreement().contractId();
        // Asked as whoever ends a loan asks: of this reversal and the end of the contract's last loan one sees the
        // other.
        return loans.standingOf(tx, contract)
                .map(ContractStanding::settled)
                .flatMap(whole ->
                        whole ? refused(new ReversalRefusal.ContractSettled(contract, settled.on())) : then.get());
    }

    private Uni<Result<Undoing, ReversalRefusal>> quoted(Tx tx, Loan loan, Transfer payment) {
        return prepayments
                .findDone(tx, loan.agreement().id(), payment.key())
                .flatMap(found -> found.isEmpty()
                        ? refused(new ReversalRefusal.NotTraced(payment.id()))
                        : withoutPrepayment(tx, loan, payment, found.get()));
    }

    private Uni<Result<Undoing, ReversalRefusal>> withoutPrepayment(
            Tx tx, Loan loan, Transfer payment, Prepayment.Done done) {
        return reading.read(tx, loan)
                .map(account -> PrepaymentUndoing.of(
                        payment.id(),
                        LoanPostings.partsOf(payment),
                        done.quote().loanVersion(),
                        account,
                        clock.today()));
    }

    private static <T> Uni<Result<T, ReversalRefusal>> refused(ReversalRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
