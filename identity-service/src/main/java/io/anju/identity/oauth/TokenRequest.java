package io.anju.identity.oauth;

import java.util.Optional;

/**
 * The parameters of the token endpoint that this house knows.
 *
 * @param key thumbprint of the key that the request's {@code DPoP} header proves (RFC 9449 §5); empty without one
 * @param address network address that they come from
 */
public record TokenRequest(
        String grantType,
        Optional<String> refreshToken,
        Optional<String> clientId,
        Optional<String> deviceId,
        Optional<String> clientAssertion,
        Optional<String> clientAssertionType,
        Optional<String> audience,
        Optional<String> subjectToken,
        Optional<String> subjectTokenType,
        Optional<String> key,
        String address) {}
