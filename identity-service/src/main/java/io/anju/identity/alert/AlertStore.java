package io.anju.identity.alert;

import io.anju.identity.alert.model.Alert;
import io.anju.identity.alert.model.AlertKind;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Alerts. */
public interface AlertStore {

    /** What to list; empty parts match everything. */
    record Filter(Optional<String> state, Optional<UUID> owner, Optional<Instant> overdueAt) {}

    /** False when one about the same is not closed yet. */
    Uni<Boolean> add(Tx tx, Alert.Open alert);

    Uni<Optional<Alert>> find(Tx tx, UUID id);

    /** Locked until the transaction ends. */
    Uni<Optional<Alert>> findForUpdate(Tx tx, UUID id);

    /** The one about this that is not closed, locked. */
    Uni<Optional<Alert>> findUnclosedForUpdate(Tx tx, AlertKind kind, UUID reference);

    /** Newest first, those before this one. */
    Uni<List<Alert>> list(Tx tx, Filter filter, Optional<UUID> before, int limit);

    Uni<Void> save(Tx tx, Alert alert);
}
