package io.anju.repayment.collection.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a bill is debited by itself.
 *
 * @param day business date
 * @param from on that very day not before; on a later one at once
 * @param behind account that has just refused, so that the one behind it is asked; empty for the first in the order
 */
public record Turn(LocalDate day, Optional<Instant> from, Optional<String> behind) {

    /** Of the first in the order. */
    public Turn(LocalDate day, Optional<Instant> from) {
        this(day, from, Optional.empty());
    }

    /** From the beginning of a day. */
    public static Turn on(LocalDate day) {
        return new Turn(day, Optional.empty());
    }

    /** The same, of what stands behind this account. */
    public Turn behind(String account) {
        return new Turn(day, from, Optional.of(account));
    }

    /** Whether it has come. */
    public boolean hasCome(LocalDate today, Instant now) {
        return day.isBefore(today)
                || (day.equals(today) && from.filter(now::isBefore).isEmpty());
    }
}
