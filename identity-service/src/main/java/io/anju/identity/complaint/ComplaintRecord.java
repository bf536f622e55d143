package io.anju.identity.complaint;

import java.time.Instant;
import java.util.UUID;

/**
 * A step of a complaint.
 *
 * @param eventId of the event that told it
 * @param code what the complaint is about, or the outcome of the answer
 */
public record ComplaintRecord(UUID eventId, UUID complaintId, UUID customerId, Step step, String code, Instant at) {

    /** Which step. */
    public enum Step {
        OPENED,
        ANSWERED
    }
}
