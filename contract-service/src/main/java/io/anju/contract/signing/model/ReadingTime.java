package io.anju.contract.signing.model;

import java.time.Duration;
import java.time.Instant;

/**
 * In which a clause can have been read: after it was written, and before it is answered. The signer's device tells both times by its own clock, which may be off by {@code skew}.
 *
 * @param draftedAt when the contract was written
 * @param now when the answer came
 * @param skew by how much a device's clock may differ from ours
 */
public record ReadingTime(Instant draftedAt, Instant now, Duration skew) {

    /** Whether something can have been on the screen from {@code shownAt} on for so many seconds. */
    boolean holds(Instant shownAt, int seconds) {
        Instant latest = now.plus(skew);
        return !shownAt.isBefore(draftedAt.minus(skew))
                // First, since a time near the end of all time has no time after it.
                && !shownAt.isAfter(latest)
                && !shownAt.plusSeconds(seconds).isAfter(latest);
    }
}
