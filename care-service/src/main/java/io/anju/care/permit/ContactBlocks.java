package io.anju.care.permit;

import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What keeps contact away from a customer: refusals for good, open matters while they last. */
public interface ContactBlocks {

    /** Keeps for good that the customer refuses this purpose by this channel. */
    Uni<Void> refuse(
            Tx tx, UUID customer, ContactPurpose purpose, ContactChannel channel, Instant at, Optional<UUID> decision);

    /** No contact for the customer while the matter is open. */
    Uni<Void> stop(Tx tx, UUID customer, UUID matter, Instant since);

    Uni<Void> lift(Tx tx, UUID customer, UUID matter, Instant at);
}
