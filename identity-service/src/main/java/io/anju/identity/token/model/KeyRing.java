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
                .filter(key -> key.withdrawnAt().isEmpty())
                .map(KeyTimes::createdAt)
                .max(Comparator.naturalOrder())
                .map(newest -> !now.isBefore(newest.plus(period)))
                .orElse(true);
    }

    /** Whether verifiers are told of this key. */
    public boolean publishes(String kid, Instant now) {
        return published(now).stream().anyMatch(key -> key.kid().equals(kid));
    }

    /** The newest key that nothing has replaced: it signs, or will when its lead is over. */
    public Optional<KeyTimes> head(Instant now) {
        return keys.stream()
                .filter(key -> key.published(now) && key.forgetAt().isEmpty())
                .max(Comparator.comparing(KeyTimes::signsFrom));
    }

    /**
     * The ring without a key that somebody may have stolen. Where it was the one that signs, its successor signs from now on
     * though its lead is not over: verifiers look for a key that they do not know. Without a successor a new key is due.
     */
    public KeyRing without(String kid, Instant now) {
        boolean signed = signer(now).filter(key -> key.kid().equals(kid)).isPresent();
        var left = new KeyRing(keys.stream()
                .map(key -> key.kid().equals(kid) ? key.withdrawn(now) : key)
                .toList());
        var next = left.head(now);
        return new KeyRing(left.keys.stream()
                .map(key -> signed && next.filter(key::equals).isPresent() ? key.hastened(now) : key)
                .toList());
    }

    /** The ring with a new key: one that replaces none signs at once, another after {@link #LEAD}. */
    public KeyRing with(String kid, Instant now) {
        Instant signsFrom = head(now).isPresent() ? now.plus(LEAD) : now;
        Stream<KeyTimes> before = keys.stream()
                .map(key -> key.forgetAt().isPresent() || key.withdrawnAt().isPresent()
                        ? key
                        : new KeyTimes(
                                key.kid(), key.createdAt(), key.signsFrom(), Optional.of(signsFrom.plus(OVERLAP))));
        return new KeyRing(Stream.concat(before, Stream.of(new KeyTimes(kid, now, signsFrom, Optional.empty())))
                .toList());
    }
}
