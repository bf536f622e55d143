package io.anju.identity.oauth;

import java.time.Duration;
import java.util.Optional;

/**
 * A successful answer of the token endpoint.
 *
 * @param issuedTokenType set for token exchange (RFC 8693 §2.2.1)
 */
public record TokenAnswer(
        String accessToken, Duration lifetime, Optional<String> refreshToken, Optional<String> issuedTokenType) {}
