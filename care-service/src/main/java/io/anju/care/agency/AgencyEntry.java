package io.anju.care.agency;

import io.anju.care.agency.model.Agency;
import java.time.Instant;
import java.util.UUID;

/**
 * An agency as it is kept.
 *
 * @param version counts its changes, for {@code ETag}
 */
public record AgencyEntry(UUID id, Agency agency, Instant changedAt, int version) {}
