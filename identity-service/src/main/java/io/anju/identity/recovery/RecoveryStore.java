package io.anju.identity.recovery;

import io.anju.identity.recovery.model.Recovery;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recoveries; their codes by keyed hash only. */
public interface RecoveryStore {

    Uni<Void> add(Tx tx, Recovery.Proposed recovery);

    Uni<Optional<Recovery>> find(Tx tx, UUID id);

    /** Locked until the transaction ends, as are the customer's others: of two approvals at once the later one is good. */
    Uni<Optional<Recovery>> findForUpdate(Tx tx, UUID id);

    /** Locked until the transaction ends; one that is completed is found no more. */
    Uni<Optional<Recovery.Approved>> findByCode(Tx tx, String code);

    Uni<Void> approve(Tx tx, Recovery.Approved recovery, String code);

    Uni<Void> reject(Tx tx, Recovery.Rejected recovery);

    Uni<Void> complete(Tx tx, Recovery.Completed recovery);

    /** Ends every other recovery of the customer that is open: no decision on it, and no code of it, is good any more. */
    Uni<Void> endOthers(Tx tx, Recovery.Approved recovery);

    /** Newest first, those before this one. */
    Uni<List<Recovery>> list(Tx tx, Optional<UUID> before, int limit);
}
