package io.anju.care.complaint;

import io.anju.care.complaint.model.Complaint;
import java.time.Instant;
import java.util.UUID;

/** A complaint as it is kept. */
public record ComplaintEntry(UUID id, Complaint complaint, Instant receivedAt) {}
