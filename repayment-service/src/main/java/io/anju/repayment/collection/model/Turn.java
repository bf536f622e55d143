package io.anju.repayment.collection.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When a bill is debited by itself.
 *
 * @param day business date
 * @param from on that very day not before; on a later one at once
 */
public record Turn(LocalDate day, Optional<Instant> from) {

    /** From the beginning of a day. */
    public static Turn on(LocalDate day) {
        return new Turn(day, Optional.empty());
    }

    /** Whether it has come. */
    public boolean hasCome(LocalDate today, Instant now) {
        return day.isBefore(today)
                || (day.equals(today) && from.filter(now::isBefore).isEmpty());
    }
}
