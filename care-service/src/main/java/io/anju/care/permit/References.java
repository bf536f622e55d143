package io.anju.care.permit;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The names under which agencies know customers. */
public interface References {

    /** The customer behind a reference that this agency was given for this campaign and that has not expired. */
    Uni<Optional<UUID>> findCustomer(Tx tx, UUID agency, String reference, String campaign, Instant at);

    /** The reference of the customer for this agency and campaign, made when there is none. */
    Uni<String> put(Tx tx, CustomerReference wanted);

    /** Keeps the keyed hash of the customer's number, by which customers who share one are counted together. */
    Uni<Void> putNumberKey(Tx tx, UUID customer, byte[] key);
}
