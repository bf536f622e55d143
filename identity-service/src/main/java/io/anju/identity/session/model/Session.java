package io.anju.identity.session.model;

import io.anju.identity.model.ProofMethod;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A signed-in device.
 *
 * <pre>
 * Live ──signed out, or an old refresh token came back──▶ Ended
 * </pre>
 */
public sealed interface Session {

    /** What never changes. */
    Opening opening();

    /**
     * How it began.
     *
     * @param clientId the OAuth client (the app) it belongs to
     * @param method how the person signed in
     * @param deviceHash keyed hash of the app's own id of the device; a session that has one refreshes only with it
     * @param deviceName as shown in the list of devices
     * @param declaresKey whether none of its tokens may be a bearer token
     */
    record Opening(
            UUID id,
            UUID personId,
            String clientId,
            ProofMethod method,
            Optional<byte[]> deviceHash,
            String deviceName,
            boolean declaresKey,
            Instant at) {}

    /** Usable until it expires, however often it is refreshed. */
    record Live(Opening opening, Instant lastUsedAt, Instant expiresAt) implements Session {

        public Live used(Instant now) {
            return new Live(opening, now, expiresAt);
        }

        public Ended end(EndReason reason, Instant now) {
            return new Ended(opening, lastUsedAt, now, reason);
        }
    }

    /** Over; kept so that its tokens are recognised when they come back. */
    record Ended(Opening opening, Instant lastUsedAt, Instant at, EndReason reason) implements Session {}

    /** Why a session is over. */
    enum EndReason {
        SIGNED_OUT,
        TOKEN_REUSED,
        /** The member of staff may not sign in any more. */
        SUSPENDED,
        /** The person proved themselves at a counter, and whatever was signed in before is out. */
        RECOVERED
    }
}
