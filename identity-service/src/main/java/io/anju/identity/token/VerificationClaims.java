package io.anju.identity.token;

import java.time.Instant;
import java.util.UUID;

/**
 * What a verification token says: one act, one resource, one body (RFC 9396 {@code authorization_details}).
 *
 * @param tokenId {@code jti}, burnt where the act happens
 * @param bodySha256 base64url of the SHA-256 over the request body
 */
public record VerificationClaims(
        UUID tokenId,
        UUID subject,
        String audience,
        String act,
        String resource,
        String bodySha256,
        Instant issuedAt,
        Instant expiresAt) {}
