package io.anju.care.permit;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** What identity tells of customers, kept as far as contact needs it. */
public interface ConsentFiles {

    /**
     * A customer's word on a purpose and channel, as of {@code saidAt}; an older word than the one kept changes nothing, nor
     * does one of a customer who is gone.
     *
     * @param channel {@code ANY} when none was named
     */
    Uni<Void> put(
            Tx tx, UUID customer, String purpose, String channel, boolean granted, Instant saidAt, String receipt);

    /** The account is erased or its holder deceased: contacts stop, and what the customer could be reached by is forgotten. */
    Uni<Void> gone(Tx tx, UUID customer, Instant at);
}
