package io.anju.identity.token.model;

import java.time.Instant;
import java.util.Optional;

/**
 * When a signing key does what. Published from the start, so that every verifier has it before the first signature
 * arrives; published on after it stopped signing, until the last token it signed has ended.
 *
 * @param signsFrom from then on it signs, until a key with a later {@code signsFrom} does
 * @param forgetAt from then on it is not published; empty while no successor is planned
 */
public record KeyTimes(String kid, Instant createdAt, Instant signsFrom, Optional<Instant> forgetAt) {

    /** Whether verifiers are told of it. */
    public boolean published(Instant now) {
        return forgetAt.map(now::isBefore).orElse(true);
    }
}
