package io.anju.kit.verification;

import java.time.Instant;

/**
 * A verification token whose signature and binding were checked, and which is burnt in the transaction of its act.
 *
 * @param jti the token's id; usable once
 * @param act what may be done, such as {@code contract.sign}
 * @param resource the path of the thing it may be done to
 * @param bodySha256 base64url of the SHA-256 of the request body that it was cut for
 * @param expiresAt when it ends, at most 120 s after it was cut
 * @param token the token as it was sent, for those who keep it as evidence
 */
public record VerifiedAct(
        String jti, String act, String resource, String bodySha256, Instant expiresAt, String token) {}
