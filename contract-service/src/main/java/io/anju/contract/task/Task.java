package io.anju.contract.task;

import java.time.Duration;
import java.util.UUID;

/**
 * A piece of work as it was claimed.
 *
 * @param payload as it is kept; {@link Payloads} reads it
 * @param sealed whether the payload is encrypted, or JSON as the version before kept it
 * @param attempts the number of this attempt, from 1
 * @param age how long ago it was written down
 */
public record Task(UUID id, TaskKind kind, UUID subject, String payload, boolean sealed, int attempts, Duration age) {}
