package io.anju.repayment.change;

import io.anju.kit.tx.Tx;
import io.anju.repayment.change.model.AgreedChange;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** What follows when the amendment that a change waits for is sealed, or comes to nothing. Doing it again does nothing. */
@ApplicationScoped
public class Amendments {

    private final Loans loans;
    private final Changes changes;
    private final ChangeExecution execution;

    Amendments(Loans loans, Changes changes, ChangeExecution execution) {
        this.loans = loans;
        this.changes = changes;
        this.execution = execution;
    }

    /** The change is done as it was simulated: its figures were held, however long the seal took. */
    public Uni<Void> inForce(Tx tx, UUID loanId, UUID changeId) {
        return onAwaiting(tx, loanId, changeId, (stored, change) -> execution.execute(tx, stored, change));
    }

    /** The loan stays as it is, and its figures are free again. */
    public Uni<Void> ended(Tx tx, UUID loanId, UUID changeId, String ending) {
        return onAwaiting(tx, loanId, changeId, (stored, change) -> execution.end(tx, stored, change, ending));
    }

    private Uni<Void> onAwaiting(
            Tx tx,
            UUID loanId,
            UUID changeId,
            BiFunction<StoredLoan<Loan.Active>, AgreedChange.Awaiting, Uni<AgreedChange>> work) {
        return loans.findForUpdate(tx, loanId)
                .map(Optional::orElseThrow)
                .flatMap(stored -> changes.find(tx, loanId, changeId)
                        .map(Optional::orElseThrow)
                        .flatMap(change -> change instanceof AgreedChange.Awaiting awaiting
                                ? work.apply(active(stored), awaiting).replaceWithVoid()
                                : Uni.createFrom().voidItem()));
    }

    private static StoredLoan<Loan.Active> active(StoredLoan<Loan> stored) {
        if (stored.loan() instanceof Loan.Active active) {
            return new StoredLoan<>(active, stored.version());
        }
        throw new IllegalStateException(
                "a loan that is held is active: " + stored.loan().agreement().id());
    }
}
