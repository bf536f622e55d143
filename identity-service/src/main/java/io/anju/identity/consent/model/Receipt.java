package io.anju.identity.consent.model;

import java.time.Instant;
import java.util.UUID;

/** A decision of a customer: grants, refusals and withdrawals are receipted alike. */
public record Receipt(UUID id, UUID customerId, Purpose.Subject subject, Decision decision, Instant at) {

    /** What was decided. */
    public enum Decision {
        GRANTED,
        REFUSED,
        WITHDRAWN
    }

    /** Whether data may be used for it from now on. */
    public boolean granted() {
        return decision == Decision.GRANTED;
    }
}
