package io.anju.testkit.passkey;

import java.nio.ByteBuffer;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes the attestation statement of a registration: WebAuthn Level 3 §6.5.2. */
@FunctionalInterface
public interface Attester {

    /**
     * A statement.
     *
     * @param format attestation statement format identifier
     * @param fields {@code attStmt}, in canonical order
     */
    record Statement(String format, Map<String, ?> fields) {}

    /**
     * What is vouched for.
     *
     * @param signer signs with the credential's own key, ES256
     */
    record Subject(
            byte[] authenticatorData,
            byte[] clientDataHash,
            byte[] aaguid,
            ECPublicKey publicKey,
            UnaryOperator<byte[]> signer) {

        /** What the formats sign, or hash: authenticatorData || clientDataHash. */
        byte[] toBeSigned() {
            return ByteBuffer.allocate(authenticatorData.length + clientDataHash.length)
                    .put(authenticatorData)
                    .put(clientDataHash)
                    .array();
        }
    }

    /** The statement about one registration. */
    Statement attest(Subject subject);
}
