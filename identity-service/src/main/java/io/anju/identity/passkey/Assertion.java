package io.anju.identity.passkey;

import java.util.UUID;

/**
 * An assertion that stood up: who signed, and the parts that prove it to a stranger. Binary values in base64url without
 * padding.
 *
 * @param personId whose passkey signed
 * @param publicKey COSE_Key of the credential
 */
public record Assertion(
        UUID personId,
        String credentialId,
        String publicKey,
        String clientDataJson,
        String authenticatorData,
        String signature) {}
