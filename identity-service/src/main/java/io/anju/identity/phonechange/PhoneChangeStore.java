package io.anju.identity.phonechange;

import io.anju.identity.phonechange.model.PhoneChange;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Changes of phone, the new phone sealed. */
public interface PhoneChangeStore {

    Uni<Void> add(Tx tx, PhoneChange.Pending change);

    /** Locked until the transaction ends. */
    Uni<Optional<PhoneChange>> findForUpdate(Tx tx, UUID id);

    Uni<Void> save(Tx tx, PhoneChange.Completed change);

    /** Whatever of the customer's waits for a new phone has expired from now on. */
    Uni<Void> endOpen(Tx tx, UUID customerId, Instant now);
}
