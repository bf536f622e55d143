package io.anju.kit.dpop;

import java.time.Instant;
import java.util.Optional;

/**
 * A proof of possession that has stood all checks but one: that it was not used before.
 *
 * @param thumbprint of the key that signed it (RFC 7638, SHA-256, base64url)
 * @param id its {@code jti}
 * @param goodUntil when it is too old
 * @param nonce what a server gave the client to sign along; whether it is good is for that server to say
 */
record Proof(String thumbprint, String id, Instant goodUntil, Optional<String> nonce) {

    /** Without a nonce. */
    Proof(String thumbprint, String id, Instant goodUntil) {
        this(thumbprint, id, goodUntil, Optional.empty());
    }
}
