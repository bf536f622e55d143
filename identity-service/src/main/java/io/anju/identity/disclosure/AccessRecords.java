package io.anju.identity.disclosure;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The readings, which only grow. */
public interface AccessRecords {

    Uni<Void> add(Tx tx, AccessRecord entry);

    Uni<Void> add(Tx tx, ContactDecision decision);

    /** What is the same of all that a member of staff is shown at once. */
    record StaffReading(UUID reader, String purpose, StaffReads.Kind kind, Instant at) {}

    /**
     * Adds one reading for each that is about a customer.
     *
     * @param ids of the readings, one for each that is shown
     */
    Uni<Void> addShown(Tx tx, StaffReading reading, List<UUID> ids, List<StaffReads.Shown> shown);

    /** Newest first. */
    Uni<List<AccessRecord>> list(Tx tx, UUID customerId, Optional<UUID> before, int limit);
}
