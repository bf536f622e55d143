package io.anju.identity.token.model;

import java.time.Instant;
import java.util.Optional;

/**
 * When a signing key does what. Published from the start, so that every verifier has it before the first signature
 * arrives; published on after it stopped signing, until the last token it signed has ended. One that was withdrawn is of no use from that moment on.
 *
 * @param signsFrom from then on it signs, until a key with a later {@code signsFrom} does
 * @param forgetAt from then on it is not published; empty while no successor is planned
 * @param withdrawnAt when somebody ended it before its time
 */
public record KeyTimes(
        String kid, Instant createdAt, Instant signsFrom, Optional<Instant> forgetAt, Optional<Instant> withdrawnAt) {

    /** One that nobody has withdrawn. */
    public KeyTimes(String kid, Instant createdAt, Instant signsFrom, Optional<Instant> forgetAt) {
        this(kid, createdAt, signsFrom, forgetAt, Optional.empty());
    }

    /** Whether verifiers are told of it. */
    public boolean published(Instant now) {
        return withdrawnAt.isEmpty() && forgetAt.map(now::isBefore).orElse(true);
    }

    /** The same, of no use from now on. */
    KeyTimes withdrawn(Instant now) {
        return new KeyTimes(kid, createdAt, signsFrom, forgetAt, withdrawnAt.or(() -> Optional.of(now)));
    }

    /** The same, signing from now on where it did not yet. */
    KeyTimes hastened(Instant now) {
        return new KeyTimes(kid, createdAt, signsFrom.isAfter(now) ? now : signsFrom, forgetAt, withdrawnAt);
    }
}
