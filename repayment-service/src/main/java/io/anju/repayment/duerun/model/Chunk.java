package io.anju.repayment.duerun.model;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A part of a run, leased by a worker.
 *
 * @param date business date of the run
 * @param from first loan id
 * @param to last loan id
 */
public record Chunk(UUID runId, int number, LocalDate date, UUID from, UUID to) {}
