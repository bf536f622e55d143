package io.anju.identity.oauth;

import io.anju.identity.token.Tokens;
import java.util.Optional;

/**
 * A successful answer of the token endpoint.
 *
 * @param issuedTokenType set for token exchange (RFC 8693 §2.2.1)
 */
public record TokenAnswer(Tokens.Minted access, Optional<String> refreshToken, Optional<String> issuedTokenType) {}
