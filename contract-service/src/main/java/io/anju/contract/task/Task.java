package io.anju.contract.task;

import java.util.UUID;

/**
 * A piece of work as it was claimed.
 *
 * @param payload JSON, as it was scheduled; ids, amounts and dates only
 * @param attempts the number of this attempt, from 1
 */
public record Task(UUID id, TaskKind kind, UUID subject, String payload, int attempts) {}
