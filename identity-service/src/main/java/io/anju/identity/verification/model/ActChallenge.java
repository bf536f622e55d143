package io.anju.identity.verification.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The WebAuthn challenge of one act, derived so that the assertion itself is evidence over the act.
 *
 * <p>The challenge is the SHA-256 over these six lines, each ended by a line feed (U+000A), in UTF-8:
 *
 * <pre>
 * anju-act-challenge-v1
 * nonce              32 random bytes, base64url without padding
 * act                contract.sign
 * audience           contract-service
 * resource           /api/v1/contracts/0197…
 * bodySha256         base64url without padding of the SHA-256 over the request body's bytes
 * </pre>
 *
 * <p>No part can hold a line feed (the policy's patterns and the request's validation see to it), so two different acts
 * never give the same lines. The nonce makes each challenge unpredictable.
 *
 * <p><b>For {@code contract.sign}</b> the request body is the JSON that is posted to
 * {@code /api/v1/contracts/{id}/signatures} and names the document's hash, {@code {"pdfSha256":"…"}}. So the chain that a
 * stranger can check is: PDF → {@code pdfSha256} → body bytes → {@code bodySha256} → challenge → {@code clientDataJSON}
 * → signature of the signer's passkey. Everything but the PDF is in {@link PasskeyEvidence}; the body is kept by
 * contract-service.
 */
public final class ActChallenge {

    private static final String VERSION = "anju-act-challenge-v1";

    private ActChallenge() {}

    /** The challenge in base64url without padding, as it appears in {@code clientDataJSON}. */
    public static String of(String nonce, ProtectedAct act) {
        String lines =
                String.join("\n", VERSION, nonce, act.type(), act.audience(), act.resource(), act.bodySha256()) + "\n";
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(lines));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
