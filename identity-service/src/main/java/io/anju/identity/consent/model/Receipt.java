package io.anju.identity.consent.model;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision of a customer: grants, refusals and withdrawals are receipted alike, and so is that a consent came to its
 * end because its purpose changed.
 *
 * @param prompt the asking that it answers; empty when the customer began
 */
public record Receipt(
        UUID id, UUID customerId, Purpose.Subject subject, Decision decision, Optional<UUID> prompt, Instant at) {

    /** What was decided. */
    public enum Decision {
        GRANTED,
        REFUSED,
        WITHDRAWN,
        /** Granted for a version of the purpose that another has replaced (PIPL art. 14). */
        LAPSED
    }

    /** Whether it was a grant. Whether data may be used now is {@link Stance#granted}. */
    public boolean granted() {
        return decision == Decision.GRANTED;
    }

    /** What follows it for the same subject. */
    public Receipt followedBy(UUID nextId, Decision next, Instant now) {
        return new Receipt(nextId, customerId, subject, next, Optional.empty(), now);
    }
}
