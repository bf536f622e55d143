package io.anju.kit.dpop;

import java.time.Instant;

/**
 * A proof of possession that has stood all checks but one: that it was not used before.
 *
 * @param thumbprint of the key that signed it (RFC 7638, SHA-256, base64url)
 * @param id its {@code jti}
 * @param goodUntil when it is too old
 */
record Proof(String thumbprint, String id, Instant goodUntil) {}
