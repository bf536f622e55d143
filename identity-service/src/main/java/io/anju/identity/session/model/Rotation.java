package io.anju.identity.session.model;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a refresh token that is shown.
 *
 * <p>Each use gives a successor (RFC 9700 §4.14.2). A phone that lost the answer shows the same token again: within
 * {@link #GRACE} of its first use, and while the successor was not used yet, it is answered with that same successor. Any
 * older token means that two parties hold the chain; the session ends for both.
 *
 * <p>A token that is bound to a key (RFC 9449 §5) is worth nothing without it: shown with another key or none, it is refused
 * and the session lives, also when the token is an old one. Who has it has stolen nothing that opens, and must not be able
 * to throw out who has the key. The same key with an older token is a reuse like any. A token that was not bound when it
 * was given is a secret by itself: whoever shows an older one is a second party, whatever key they bring.
 */
public sealed interface Rotation {

    /** How long a lost answer may be asked for again. */
    Duration GRACE = Duration.ofSeconds(10);

    /** Give the successor, and supersede the token that was shown. */
    record Advance() implements Rotation {}

    /** Give the successor once more. */
    record Repeat() implements Rotation {}

    /** Somebody else has used the chain: end the session. */
    record Reused() implements Rotation {}

    /** Nothing is given and nothing changes. */
    record Refuse() implements Rotation {}

    /** The same, for want of a proof of possession. */
    record RefuseWithoutProof() implements Rotation {}

    /**
     * A token at rest.
     *
     * @param supersededAt when it was first used; empty for the current one
     * @param successorIsCurrent whether the one that followed it was not used yet, and is bound to the key that is shown
     * @param key thumbprint of the key that it is bound to; empty for a bearer token
     */
    record Shown(Optional<Instant> supersededAt, boolean successorIsCurrent, Optional<String> key) {}

    /**
     * Who shows it (RFC 7800 §2).
     *
     * @param deviceHashes keyed hashes of the device's id, one for each look-up key; none where it tells of no device
     * @param key thumbprint of the key that they have just proved to hold
     * @param needsKey whether the client gets no bearer tokens
     */
    record Presenter(String clientId, List<byte[]> deviceHashes, Optional<String> key, boolean needsKey) {

        public Presenter {
            deviceHashes = List.copyOf(deviceHashes);
        }
    }

    /** The decision. */
    static Rotation decide(Session session, Shown token, Presenter by, Instant now) {
        return switch (session) {
            case Session.Ended ignored -> new Refuse();
            case Session.Live live when !now.isBefore(live.expiresAt()) -> new Refuse();
            case Session.Live live when !boundTo(live.opening(), by.clientId(), by.deviceHashes()) -> new Refuse();
            case Session.Live live when by.key().isEmpty() && needsKey(live, token, by) -> new RefuseWithoutProof();
            case Session.Live ignored when !opensTo(token.key(), by.key()) -> new Refuse();
            case Session.Live ignored -> ofToken(token, now);
        };
    }

    /**
     * Whether a token is of any use to who shows it.
     *
     * @param bound thumbprint of the key that the token is bound to; empty for a bearer token, which opens to everybody
     * @param proved thumbprint of the key that they have just proved to hold
     */
    static boolean opensTo(Optional<String> bound, Optional<String> proved) {
        return bound.isEmpty() || bound.equals(proved);
    }

    private static boolean needsKey(Session.Live session, Shown token, Presenter by) {
        return token.key().isPresent() || session.opening().declaresKey() || by.needsKey();
    }

    private static Rotation ofToken(Shown token, Instant now) {
        if (token.supersededAt().isEmpty()) {
            return new Advance();
        }
        boolean lostAnswer = token.successorIsCurrent()
                && now.isBefore(token.supersededAt().get().plus(GRACE));
        return lostAnswer ? new Repeat() : new Reused();
    }

    private static boolean boundTo(Session.Opening opening, String clientId, List<byte[]> deviceHashes) {
        boolean sameDevice = opening.deviceHash()
                .map(bound -> deviceHashes.stream().anyMatch(shown -> MessageDigest.isEqual(bound, shown)))
                .orElse(true);
        return opening.clientId().equals(clientId) && sameDevice;
    }
}
