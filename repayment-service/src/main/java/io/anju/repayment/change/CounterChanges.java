package io.anju.repayment.change;

import io.anju.kit.tx.Tx;
import io.anju.repayment.change.model.CounterChange;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where changes from the counter are kept. */
public interface CounterChanges {

    /** Keeps one, new or decided. */
    Uni<Void> save(Tx tx, CounterChange change);

    /** The loan's change. */
    Uni<Optional<CounterChange>> find(Tx tx, UUID loanId, UUID id);

    /** The same, locked until the transaction ends. */
    Uni<Optional<CounterChange>> findForUpdate(Tx tx, UUID loanId, UUID id);

    /** The loan's change that is not decided yet. */
    Uni<Optional<CounterChange>> findOpen(Tx tx, UUID loanId);

    /** The loan's, the newest first, those before {@code before}, at most {@code limit}. */
    Uni<List<CounterChange>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit);
}
