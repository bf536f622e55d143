package io.anju.identity.verification.model;

/**
 * The assertion that proved a verification, complete enough for a stranger to check it: verify {@code signature} over
 * {@code authenticatorData || SHA-256(clientDataJSON)} with {@code publicKey}, and the challenge inside
 * {@code clientDataJSON} against {@link ActChallenge}. All binary values base64url without padding.
 *
 * @param publicKey COSE_Key (RFC 9053) of the credential as it was enrolled
 * @param nonce of the challenge
 */
public record PasskeyEvidence(
        String credentialId,
        String publicKey,
        String clientDataJson,
        String authenticatorData,
        String signature,
        String nonce) {}
