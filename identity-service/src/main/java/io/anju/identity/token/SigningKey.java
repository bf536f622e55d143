package io.anju.identity.token;

import io.anju.identity.token.model.KeyTimes;

/**
 * A signing key with its material.
 *
 * @param algorithm its {@code alg} (RFC 7518, RFC 8037)
 * @param publicJwk RFC 7517, with {@code kid}, {@code use} and {@code alg}
 * @param privateSealed sealed under a master key
 */
public record SigningKey(KeyTimes times, String algorithm, String publicJwk, SealedKey privateSealed) {}
