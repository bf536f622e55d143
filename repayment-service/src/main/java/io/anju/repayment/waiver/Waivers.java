package io.anju.repayment.waiver;

import io.anju.kit.tx.Tx;
import io.anju.repayment.waiver.model.Waiver;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where waivers are kept. */
public interface Waivers {

    /** Keeps one, new or decided. */
    Uni<Void> save(Tx tx, Waiver waiver);

    /** The loan's waiver. Whoever decides it holds the lock of its loan. */
    Uni<Optional<Waiver>> find(Tx tx, UUID loanId, UUID id);

    /** The loan's waivers, the newest first, those before {@code before}, at most {@code limit}. */
    Uni<List<Waiver>> listOfLoan(Tx tx, UUID loanId, Optional<UUID> before, int limit);
}
