package io.anju.repayment.collection.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How often a failed debit is tried again by itself: data of the bank.
 *
 * @param attempts debits in all, the first included
 * @param everyDays days between two of them
 */
public record RetryPlan(int attempts, int everyDays) {

    /** The day of the next debit after one failed; empty when enough were tried. */
    public Optional<LocalDate> next(int tried, LocalDate failedOn) {
        return tried < attempts ? Optional.of(failedOn.plusDays(everyDays)) : Optional.empty();
    }
}
