package io.anju.care.appointment;

import java.time.LocalTime;

/**
 * A time at which a branch can be visited.
 *
 * @param free counters left, 1 or more
 */
public record FreeSlot(LocalTime time, int free) {}
