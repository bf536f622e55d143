package io.anju.identity.session.model;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a refresh token that is shown.
 *
 * <p>Each use gives a successor (RFC 9700 §4.14.2). A phone that lost the answer shows the same token again: within
 * {@link #GRACE} of its first use, and while the successor was not used yet, it is answered with that same successor. Any
 * older token means that two parties hold the chain; the session ends for both.
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

    /**
     * A token at rest.
     *
     * @param supersededAt when it was first used; empty for the current one
     * @param successorIsCurrent whether the one that followed it was not used yet
     */
    record Shown(Optional<Instant> supersededAt, boolean successorIsCurrent) {}

    /** The decision. */
    static Rotation decide(Session session, Shown token, String clientId, Optional<byte[]> deviceHash, Instant now) {
        return switch (session) {
            case Session.Ended ignored -> new Refuse();
            case Session.Live live when !now.isBefore(live.expiresAt()) -> new Refuse();
            case Session.Live live when !boundTo(live.opening(), clientId, deviceHash) -> new Refuse();
            case Session.Live ignored -> ofToken(token, now);
        };
    }

    private static Rotation ofToken(Shown token, Instant now) {
        if (token.supersededAt().isEmpty()) {
            return new Advance();
        }
        boolean lostAnswer = token.successorIsCurrent()
                && now.isBefore(token.supersededAt().get().plus(GRACE));
        return lostAnswer ? new Repeat() : new Reused();
    }

    private static boolean boundTo(Session.Opening opening, String clientId, Optional<byte[]> deviceHash) {
        boolean sameDevice = opening.deviceHash()
                .map(bound -> deviceHash
                        .map(shown -> MessageDigest.isEqual(bound, shown))
                        .orElse(false))
                .orElse(true);
        return opening.clientId().equals(clientId) && sameDevice;
    }
}
