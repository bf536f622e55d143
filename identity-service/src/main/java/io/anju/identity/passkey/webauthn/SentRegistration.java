package io.anju.identity.passkey.webauthn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.identity.passkey.webauthn.StrictCbor.NotCanonical;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attestation object of a registration, read strictly and before anybody else reads it.
 *
 * <p>Source: WebAuthn Level 3 §6.5.4: {@code fmt}, {@code attStmt} and {@code authData}, nothing else.
 *
 * @param format identifier of the attestation statement format, as sent
 */
record SentRegistration(
        String format, Map<?, ?> statement, byte[] credentialId, Map<Object, @Nullable Object> publicKey) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MEMBERS = 3;

    /** @throws RuntimeException if the JSON is not a registration response, or its CBOR not canonical */
    static SentRegistration read(String responseJson) {
        var object = StrictCbor.readMap(attestationObject(responseJson));
        if (object.size() != MEMBERS
                || !(object.get("fmt") instanceof String format)
                || !(object.get("attStmt") instanceof Map<?, ?> statement)
                || !(object.get("authData") instanceof byte[] authenticatorData)) {
            throw new NotCanonical("no attestation object");
        }
        // spec| §7.1: attested credential data is what a registration is for.
        var attested = AuthenticatorBytes.read(authenticatorData)
                .orElseThrow(() -> new NotCanonical("no attested credential data"));
        return new SentRegistration(format, statement, attested.credentialId(), attested.key());
    }

    private static byte[] attestationObject(String responseJson) {
        try {
            String base64 = JSON.readTree(responseJson)
                    .path("response")
                    .path("attestationObject")
                    .asText();
            return Base64.getUrlDecoder().decode(base64);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException(noJson);
        }
    }
}
