package io.anju.identity.proof.model;

import io.anju.identity.model.ProofRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Failures in a row of one subject (a person, a phone, a client), whatever the way in.
 *
 * <p>Two are free. From the third on each further try waits 1, 2, 4, … seconds; at the tenth nothing is tried for half an
 * hour. A count without a new failure for 24 hours is forgotten; a right proof clears it; refreshing a token does not.
 *
 * <p>It blocks new proofs only. Sessions that live already are not touched, so that nobody can throw a customer out by
 * typing wrong codes.
 */
public record FailureCount(int failures, Instant lastAt) {

    static final int FREE = 2;

    /** The failure at which the lock falls, and the owner is told. */
    public static final int LOCK = 10;

    static final Duration LOCKED_FOR = Duration.ofMinutes(30);
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    /** Empty when a proof may be tried now. */
    public Optional<ProofRefusal> refuse(Instant now) {
        if (failures <= FREE) {
            return Optional.empty();
        }
        Instant until = lastAt.plus(failures >= LOCK ? LOCKED_FOR : Duration.ofSeconds(1L << (failures - FREE - 1)));
        if (!now.isBefore(until)) {
            return Optional.empty();
        }
        return Optional.of(failures >= LOCK ? new ProofRefusal.LockedOut(until) : new ProofRefusal.SlowedDown(until));
    }

    /** The count after one more failure. */
    public FailureCount again(Instant now) {
        return recent(now) ? new FailureCount(failures + 1, now) : new FailureCount(1, now);
    }

    /** Whether it still counts. */
    public boolean recent(Instant now) {
        return now.isBefore(lastAt.plus(FORGOTTEN_AFTER));
    }
}
