package io.anju.contract.registration;

import io.anju.contract.registration.model.Registration;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: registrations. Everything runs in the caller's transaction. */
public interface Registrations {
    /** Keeps a new one. */
    Uni<Void> add(Tx tx, Registration registration);

    /** Keeps its new state. */
    Uni<Void> save(Tx tx, Registration registration);

    /** The one with this id, locked, if there is one. */
    Uni<Optional<Registration>> findForUpdate(Tx tx, UUID id);

    /** The one of this contract, locked, if there is one. */
    Uni<Optional<Registration>> findByContractForUpdate(Tx tx, UUID contractId);

    /** The one the registry knows by this id, locked, if there is one. */
    Uni<Optional<Registration>> findByRegistryIdForUpdate(Tx tx, String registryId);

    /** One customer's, newest first, those before {@code before}. */
    Uni<List<Registration>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit);
}
