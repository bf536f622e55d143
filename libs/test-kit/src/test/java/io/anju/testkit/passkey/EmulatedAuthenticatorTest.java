package io.anju.testkit.passkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the device answers, judged by an independent relying party (webauthn4j-core). */
class EmulatedAuthenticatorTest {

    private static final String ORIGIN = "http://localhost:8080";
    private static final String CHALLENGE = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    private static final String CREATION = """
            {"rp":{"id":"localhost","name":"Anju"},
             "user":{"id":"MTIz","name":"customer","displayName":"customer"},
             "challenge":"%s","pubKeyCredParams":[{"type":"public-key","alg":-7}]}
            """.formatted(CHALLENGE);
    private static final String REQUEST = "{\"rpId\":\"localhost\",\"challenge\":\"%s\"}".formatted(CHALLENGE);

    private final WebAuthnManager relyingParty = WebAuthnManager.createNonStrictWebAuthnManager();
    private final ServerProperty server = ServerProperty.builder()
            .origin(new Origin(ORIGIN))
            .rpId("localhost")
            .challenge(new DefaultChallenge(CHALLENGE))
            .build();
    private final EmulatedAuthenticator device = new EmulatedAuthenticator();

    @Test
    void enrolsAPasskeyThatARelyingPartyAccepts() {
        RegistrationData enrolled = verifyRegistration(device.create(CREATION, ORIGIN));

        assertEquals("none", enrolled.getAttestationObject().getFormat());
    }

    @Test
    void signsInWithTheEnrolledPasskey() {
        CredentialRecord credential = credential(device.create(CREATION, ORIGIN));

        AuthenticationData signedIn = verifyAssertion(device.get(REQUEST, ORIGIN), credential);

        assertEquals(1, signedIn.getAuthenticatorData().getSignCount());
    }

    @Test
    void takesOptionsInsideTheAnswerThatCarriesThem() {
        verifyRegistration(device.create("{\"id\":\"1\",\"passkeyOptions\":" + CREATION + "}", ORIGIN));
        verifyRegistration(device.create("{\"publicKey\":" + CREATION + "}", ORIGIN));
    }

    @Test
    void keepsItsKeysAndItsCountAcrossExport() {
        CredentialRecord credential = credential(device.create(CREATION, ORIGIN));
        device.get(REQUEST, ORIGIN);

        EmulatedAuthenticator restored = EmulatedAuthenticator.restore(device.export());

        AuthenticationData signedIn = verifyAssertion(restored.get(REQUEST, ORIGIN), credential);
        assertEquals(2, signedIn.getAuthenticatorData().getSignCount());
    }

    @Test
    void isRefusedWhenItDoesNotVerifyItsUser() {
        String credential = EmulatedAuthenticator.withoutUserVerification().create(CREATION, ORIGIN);

        assertThrows(UserNotVerifiedException.class, () -> verifyRegistration(credential));
    }

    @Test
    void doesNotEnrolTwiceWhereItIsExcluded() {
        String id = Json.parse(device.create(CREATION, ORIGIN)).get("id").asText();
        String again = CREATION.replaceFirst(
                "\\{\"rp\"", "{\"excludeCredentials\":[{\"type\":\"public-key\",\"id\":\"" + id + "\"}],\"rp\"");

        assertThrows(IllegalStateException.class, () -> device.create(again, ORIGIN));
    }

    @Test
    void hasNothingForAnotherSite() {
        device.create(CREATION, ORIGIN);

        assertThrows(
                IllegalStateException.class, () -> device.get(REQUEST.replace("localhost", "example.org"), ORIGIN));
    }

    private RegistrationData verifyRegistration(String credentialJson) {
        var es256 =
                new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256);
        return relyingParty.verify(
                relyingParty.parseRegistrationResponseJSON(credentialJson),
                new RegistrationParameters(server, List.of(es256), true, true));
    }

    private CredentialRecord credential(String credentialJson) {
        RegistrationData enrolled = verifyRegistration(credentialJson);
        return new CredentialRecordImpl(
                enrolled.getAttestationObject(),
                enrolled.getCollectedClientData(),
                enrolled.getClientExtensions(),
                enrolled.getTransports());
    }

    private AuthenticationData verifyAssertion(String credentialJson, CredentialRecord credential) {
        AuthenticationData assertion = relyingParty.parseAuthenticationResponseJSON(credentialJson);
        return relyingParty.verify(
                assertion,
                new AuthenticationParameters(server, credential, List.of(assertion.getCredentialId()), true, true));
    }
}
