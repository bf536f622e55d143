package io.anju.identity.disclosure;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The readings, which only grow. */
public interface AccessRecords {

    Uni<Void> add(Tx tx, AccessRecord entry);

    Uni<Void> add(Tx tx, ContactDecision decision);

    /** Newest first. */
    Uni<List<AccessRecord>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit);
}
