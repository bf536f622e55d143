package io.anju.identity.passkey.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.passkey.AttestationConfig;
import io.anju.identity.passkey.AttestationConfig.Conveyance;
import io.anju.identity.passkey.AttestationConfig.Untrusted;
import io.anju.identity.passkey.Ceremonies.NewCredential;
import io.anju.identity.passkey.model.Attestation.Format;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.passkey.webauthn.SomeRelyingParty.Attested;
import io.anju.kernel.result.Result;
import io.anju.testkit.passkey.AndroidKeyAttester;
import io.anju.testkit.passkey.AppleAttester;
import io.anju.testkit.passkey.AttestationCa;
import io.anju.testkit.passkey.Attester;
import io.anju.testkit.passkey.EmulatedAuthenticator;
import io.anju.testkit.passkey.PackedAttester;
import io.anju.testkit.passkey.TpmAttester;
import io.anju.testkit.passkey.Variation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom an installation believes, and what it does about the others. */
class AttestationTest {

    private static final AttestationCa KNOWN = new AttestationCa("Known");
    private static final AttestationCa UNKNOWN = new AttestationCa("Unknown");

    @TempDir
    private Path anchors;

    @BeforeEach
    void believeOneMaker() throws IOException {
        for (Format format : EnumSet.complementOf(EnumSet.of(Format.NONE))) {
            Files.writeString(
                    Files.createDirectory(anchors.resolve(format.identifier())).resolve("known.pem"), KNOWN.pem());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void believesACertificateThatLeadsToAnAnchor(Format format) {
        assertEquals("TRUSTED", judged(Attested.onlyBy(anchors), by(format, KNOWN)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void doesNotBelieveOneThatLeadsElsewhere(Format format) {
        assertEquals("UNTRUSTED", judged(Attested.believing(anchors), by(format, UNKNOWN)));
        assertEquals("PASSKEY_ATTESTATION_UNTRUSTED", judged(Attested.onlyBy(anchors), by(format, UNKNOWN)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void believesNobodyWithoutAnchors(Format format) {
        assertEquals("UNTRUSTED", judged(Attested.byDefault(), by(format, KNOWN)));
    }

    @Test
    void doesNotBelieveACertificateThatIsOver() {
        var over = PackedAttester.by(KNOWN)
                .certificate(leaf -> leaf.until(Instant.now().minus(Duration.ofDays(1))));

        assertEquals("PASSKEY_ATTESTATION_UNTRUSTED", judged(Attested.onlyBy(anchors), over));
    }

    @Test
    void anAnchorOfOneFormatVouchesInNoOther() throws IOException {
        Files.delete(anchors.resolve("packed").resolve("known.pem"));

        assertEquals("PASSKEY_ATTESTATION_UNTRUSTED", judged(Attested.onlyBy(anchors), PackedAttester.by(KNOWN)));
    }

    @Test
    void takesSelfAttestationAsSuchOrNotAtAll() {
        assertEquals("SELF", judged(Attested.byDefault(), PackedAttester.self()));
        assertEquals("PASSKEY_ATTESTATION_UNTRUSTED", judged(Attested.onlyBy(anchors), PackedAttester.self()));
    }

    @Test
    void takesNoFormatThatItDoesNotName() {
        var onlyPacked =
                new Attested(Conveyance.DIRECT, EnumSet.of(Format.PACKED), Optional.of(anchors), Untrusted.REFUSE);
        Attester nothing = subject -> new Attester.Statement("none", Map.of());

        assertEquals("PASSKEY_ATTESTATION_FORMAT_REFUSED", judged(onlyPacked, nothing));
        assertEquals("PASSKEY_ATTESTATION_FORMAT_REFUSED", judged(onlyPacked, AppleAttester.by(KNOWN)));
        assertEquals("TRUSTED", judged(onlyPacked, PackedAttester.by(KNOWN)));
    }

    @Test
    void keepsTheFormatTheModelAndTheHashOfThePath() {
        byte[] model = "sixteen bytes it".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var credential = credential(
                Attested.believing(anchors), new Variation().aaguid(model).attestedBy(PackedAttester.by(KNOWN)));

        assertEquals(Format.PACKED, credential.attestation().format());
        assertEquals("73697874-6565-6e20-6279-746573206974", credential.aaguid().toString());
        assertEquals(32, credential.attestation().trustPathSha256().orElseThrow().length);
        assertTrue(credential(Attested.byDefault(), new Variation().attestedBy(PackedAttester.self()))
                .attestation()
                .trustPathSha256()
                .isEmpty());
    }

    @Test
    void doesNotStartWithSettingsThatContradictThemselves() throws IOException {
        var all = EnumSet.allOf(Format.class);
        var attested = EnumSet.complementOf(EnumSet.of(Format.NONE));

        startsNot(new Attested(Conveyance.NONE, attested, Optional.empty(), Untrusted.ACCEPT));
        startsNot(new Attested(Conveyance.DIRECT, all, Optional.empty(), Untrusted.REFUSE));
        startsNot(Attested.believing(anchors.resolve("nowhere")));
        Files.writeString(anchors.resolve("tpm").resolve("broken.pem"), "no certificate");
        startsNot(Attested.believing(anchors));
    }

    private static void startsNot(AttestationConfig config) {
        assertThrows(IllegalStateException.class, () -> new WebAuthn4jCeremonies(SomeRelyingParty.local(config)));
    }

    private static Attester by(Format format, AttestationCa maker) {
        return switch (format) {
            case NONE -> throw new IllegalArgumentException();
            case PACKED -> PackedAttester.by(maker);
            case TPM -> TpmAttester.by(maker);
            case ANDROID_KEY -> AndroidKeyAttester.by(maker);
            case APPLE -> AppleAttester.by(maker);
        };
    }

    private static String judged(AttestationConfig config, Attester attester) {
        return WebAuthnVectorsTest.judgement(registered(config, new Variation().attestedBy(attester)));
    }

    private static NewCredential credential(AttestationConfig config, Variation variation) {
        return switch (registered(config, variation)) {
            case Result.Ok<NewCredential, PasskeyRefusal>(var credential) -> credential;
            case Result.Refused<NewCredential, PasskeyRefusal>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static Result<NewCredential, PasskeyRefusal> registered(AttestationConfig config, Variation variation) {
        String response = new EmulatedAuthenticator()
                .create(ForgedRegistrationTest.CREATION, ForgedRegistrationTest.ORIGIN, variation);
        return new WebAuthn4jCeremonies(SomeRelyingParty.local(config))
                .checkRegistration(response, ForgedRegistrationTest.CHALLENGE, Instant.now());
    }
}
