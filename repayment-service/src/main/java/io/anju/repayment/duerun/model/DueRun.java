package io.anju.repayment.duerun.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A run and how far it is.
 *
 * @param date the business date that it does, and every one missed before it
 * @param finishedAt empty while it runs
 * @param loansDue loans with something to do when it was cut
 * @param chunks in all
 * @param chunksDone of them
 * @param tally over all chunks
 */
public record DueRun(
        UUID id,
        LocalDate date,
        String startedBy,
        Instant startedAt,
        Optional<Instant> finishedAt,
        int loansDue,
        int chunks,
        int chunksDone,
        Tally tally) {}
