package io.anju.contract.registration.model;

import java.time.Duration;

/**
 * How often the registry is asked how far it is, in case its callback was lost. It may decide in minutes or take the thirty
 * working days that law gives it, so each pause is a tenth of the time waited: every ten seconds in the first minutes,
 * every six minutes after an hour, every hour from ten hours on; a thousand questions in thirty working days.
 *
 * @param first the shortest pause
 * @param longest the longest pause
 */
public record Patience(Duration first, Duration longest) {
    private static final int PART = 10;

    public Patience {
        if (first.isNegative() || first.compareTo(longest) > 0) {
            throw new IllegalArgumentException("pauses from " + first + " to " + longest);
        }
    }

    /** The pause before the next question, {@code waited} after the work was given to the registry. */
    public Duration pause(Duration waited) {
        Duration part = waited.dividedBy(PART);
        Duration pause = part.compareTo(first) > 0 ? part : first;
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
