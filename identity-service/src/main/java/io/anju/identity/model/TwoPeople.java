package io.anju.identity.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One person has proposed something that takes two: another agrees within a time, or it is over.
 *
 * @param by who proposed
 * @param expiresAt from then on nobody agrees any more
 */
public record TwoPeople(UUID by, Instant expiresAt) {

    /** How long a proposal waits for its second person. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    /** Why somebody does not agree to it. */
    public enum Obstacle {
        /** It is their own proposal. */
        SAME_HANDS,
        /** It waited too long. */
        EXPIRED
    }

    /** A proposal of this moment. */
    public static TwoPeople proposed(UUID by, Instant now) {
        return new TwoPeople(by, now.plus(LIFETIME));
    }

    /** Whether it still waits. */
    public boolean waits(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Why this person does not agree to it; empty when they may. */
    public Optional<Obstacle> refuses(UUID second, Instant now) {
        if (second.equals(by)) {
            return Optional.of(Obstacle.SAME_HANDS);
        }
        return waits(now) ? Optional.empty() : Optional.of(Obstacle.EXPIRED);
    }
}
