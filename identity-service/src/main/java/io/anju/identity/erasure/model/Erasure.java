package io.anju.identity.erasure.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An account that was closed at its owner's wish.
 *
 * <pre>
 * Restricted ──the day on which the last law lets go──▶ Complete
 * </pre>
 *
 * <p>Where no law keeps anything it is complete at once.
 */
public sealed interface Erasure {

    Opening opening();

    /** What never changes. */
    record Opening(UUID id, UUID customerId, Instant at) {}

    /** What a law keeps is stored, and used for nothing (PIPL art. 47). */
    record Restricted(Opening opening, LocalDate until) implements Erasure {

        /** Empty before the day. */
        public Optional<Complete> release(LocalDate today, Instant now) {
            return today.isBefore(until) ? Optional.empty() : Optional.of(new Complete(opening, now));
        }
    }

    /** No key is left. */
    record Complete(Opening opening, Instant at) implements Erasure {}
}
