package io.anju.care.permit;

import io.anju.care.permit.model.ContactRequest;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Permits as they are used: each once. */
public interface PermitUses {

    /**
     * A permit as it was given.
     *
     * @param agency the OAuth client it was given to
     */
    record Issued(UUID id, UUID customer, String agency, ContactRequest request) {}

    /** Empty when no such permit was given. */
    Uni<Optional<Issued>> findIssued(Tx tx, UUID id);

    /** False when another request has used the permit. */
    Uni<Boolean> use(Tx tx, UUID id, UUID customer, String requestKey, Instant at);
}
