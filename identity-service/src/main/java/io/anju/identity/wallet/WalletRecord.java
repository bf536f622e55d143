package io.anju.identity.wallet;

import java.time.Instant;
import java.util.UUID;

/**
 * A step in the life of a wallet link.
 *
 * @param eventId of the event that told it
 */
public record WalletRecord(UUID eventId, UUID linkId, UUID customerId, Step step, Instant at) {

    /** Which step. */
    public enum Step {
        LINKED,
        UNLINK_REQUESTED,
        UNLINKED
    }
}
