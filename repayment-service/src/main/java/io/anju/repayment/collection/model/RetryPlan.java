package io.anju.repayment.collection.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How often a failed debit is tried again by itself: data of the bank.
 *
 * @param attempts debits in all, the first included
 * @param perDay debits of one day
 * @param pause between two debits of one day
 * @param everyDays days between two days of debits
 * @param zone where a day ends
 */
public record RetryPlan(int attempts, int perDay, Duration pause, int everyDays, ZoneId zone) {

    /** The turn of the next debit after one failed; empty when enough were tried. */
    public Optional<Turn> next(int tried, LocalDate today, Instant now) {
        if (tried >= attempts) {
            return Optional.empty();
        }
        Instant later = now.plus(pause);
        boolean sameDay = LocalDate.ofInstant(later, zone).equals(LocalDate.ofInstant(now, zone));
        return Optional.of(
                tried % perDay != 0 && sameDay
                        ? new Turn(today, Optional.of(later))
                        : Turn.on(today.plusDays(everyDays)));
    }
}
