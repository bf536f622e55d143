package io.anju.identity.passkey.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.passkey.webauthn.SomeRelyingParty.Attested;
import io.anju.testkit.passkey.EmulatedAuthenticator;
import io.anju.testkit.passkey.Variation;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Registrations with one thing wrong, made by a device that signs the wrong thing rightly. */
class ForgedRegistrationTest {

    static final String ORIGIN = "http://localhost:8080";
    static final String CHALLENGE = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
    static final String CREATION = """
            {"rp":{"id":"localhost","name":"Anju"},
             "user":{"id":"MTIz","name":"customer","displayName":"customer"},
             "challenge":"%s","pubKeyCredParams":[{"type":"public-key","alg":-7}]}
            """.formatted(CHALLENGE);

    private final WebAuthn4jCeremonies ceremonies =
            new WebAuthn4jCeremonies(SomeRelyingParty.local(Attested.byDefault()));

    static Stream<Forgery> forgeries() {
        return Forgery.all();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void refuses(Forgery forgery) {
        assertEquals(forgery.finding(), judged(forgery.variation()));
    }

    @Test
    void takesTheSameRegistrationWithNothingWrong() {
        assertEquals("NONE", judged(new Variation()));
        assertEquals("NONE", judged(new Variation().credentialId(id -> Arrays.copyOf(id, 1023))));
        assertEquals("NONE", judged(new Variation().credentialId(id -> Arrays.copyOf(id, 16))));
        assertEquals("NONE", judged(new Variation().flags(flags -> flags | 0x18)));
    }

    private String judged(Variation variation) {
        String response = new EmulatedAuthenticator().create(CREATION, ORIGIN, variation);
        return WebAuthnVectorsTest.judgement(ceremonies.checkRegistration(response, CHALLENGE, Instant.now()));
    }
}
