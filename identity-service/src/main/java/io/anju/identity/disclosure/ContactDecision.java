package io.anju.identity.disclosure;

import java.time.Instant;
import java.util.UUID;

/**
 * What care-service answered to an agency that wanted to contact a customer, or what came of it.
 *
 * @param eventId of the event that told it
 * @param code {@code PERMITTED}, the reason of the refusal, or the outcome of the contact
 */
public record ContactDecision(
        UUID eventId,
        UUID permitId,
        UUID customerId,
        String agency,
        String purpose,
        String channel,
        String code,
        Instant at) {

    private static final String PERMITTED = "PERMITTED";

    /** Whether the agency was given a way to reach the customer. */
    public boolean permitted() {
        return code.equals(PERMITTED);
    }
}
