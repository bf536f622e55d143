package io.anju.contract.erasure;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** What contracts say of people. */
public interface KeptContracts {

    /** Empties a customer's contracts, their files and signatures; done again, nothing more happens. */
    Uni<Void> empty(Tx tx, UUID customerId, Instant at);
}
