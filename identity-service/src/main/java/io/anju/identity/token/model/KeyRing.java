package io.anju.identity.token.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All signing keys, and the rules of their succession. */
public record KeyRing(List<KeyTimes> keys) {

    /** How long before its first signature a key is published: longer than verifiers keep a key set. */
    public static final Duration LEAD = Duration.ofMinutes(2);

    /** How long after its last signature a key is published: longer than any token lives. */
    public static final Duration OVERLAP = Duration.ofMinutes(20);

    public KeyRing {
        keys = List.copyOf(keys);
    }

    /** The key that signs now; empty only on the first start. */
    public Optional<KeyTimes> signer(Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now) && key.published(now))
                .max(Comparator.comparing(KeyTimes::signsFrom));
    }

    /** The keys that verifiers are told of. */
    public List<KeyTimes> published(Instant now) {
        return keys.stream().filter(key -> key.published(now)).toList();
    }

    /** Whether a new key is due: none signs, or the newest one is older than the period. */
    public boolean rotationDue(Instant now, Duration period) {
        return keys.stream()
                .map(KeyTimes::createdAt)
                .max(Comparator.naturalOrder())
                .map(newest -> !now.isBefore(newest.plus(period)))
                .orElse(true);
    }

    /** The ring with a new key: the very first signs at once, a later one after {@link #LEAD}. */
    public KeyRing with(String kid, Instant now) {
        Instant signsFrom = signer(now).isPresent() ? now.plus(LEAD) : now;
        Stream<KeyTimes> before = keys.stream()
                .map(key -> key.forgetAt().isPresent()
                        ? key
                        : new KeyTimes(
                                key.kid(), key.createdAt(), key.signsFrom(), Optional.of(signsFrom.plus(OVERLAP))));
        return new KeyRing(Stream.concat(before, Stream.of(new KeyTimes(kid, now, signsFrom, Optional.empty())))
                .toList());
    }
}
