package io.anju.care.complaint;

import io.anju.care.complaint.model.Complaint;
import java.time.Instant;
import java.util.UUID;

/**
 * A complaint as it is kept.
 *
 * @param version counts its changes, for {@code ETag}
 */
public record ComplaintEntry(UUID id, Complaint complaint, Instant receivedAt, int version) {}
