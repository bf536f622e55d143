package io.anju.identity.passkey.webauthn;

import static io.anju.identity.passkey.webauthn.Forgery.concat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.passkey.Ceremonies.NewCredential;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.passkey.webauthn.SomeRelyingParty.Attested;
import io.anju.kernel.result.Result;
import io.anju.testkit.passkey.Cbor;
import io.anju.testkit.passkey.EmulatedAuthenticator;
import io.anju.testkit.passkey.Variation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signatures with one thing wrong, made by a device that signs the wrong thing rightly. */
class ForgedAssertionTest {

    private static final String REQUEST =
            "{\"rpId\":\"localhost\",\"challenge\":\"%s\"}".formatted(ForgedRegistrationTest.CHALLENGE);

    private final WebAuthn4jCeremonies ceremonies =
            new WebAuthn4jCeremonies(SomeRelyingParty.local(Attested.byDefault()));
    private final EmulatedAuthenticator device = new EmulatedAuthenticator();

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forged(
                        "another challenge",
                        new Variation().clientData(data -> data.put("challenge", "AAAA")),
                        "BAD_CHALLENGE"),
                forged(
                        "another origin",
                        new Variation().clientData(data -> data.put("origin", "https://evil.example")),
                        "BAD_ORIGIN"),
                forged(
                        "a registration's type",
                        new Variation().clientData(data -> data.put("type", "webauthn.create")),
                        "INCONSISTENT_CLIENT_DATA_TYPE"),
                forged(
                        "from inside another page",
                        new Variation().clientData(data -> data.put("crossOrigin", true)),
                        "BAD_TOP_ORIGIN"),
                forged("another site", new Variation().rpId("evil.example"), "BAD_RP_ID"),
                forged("user not present", new Variation().flags(flags -> flags & ~0x01), "USER_NOT_PRESENT"),
                forged("user not verified", new Variation().flags(flags -> flags & ~0x04), "USER_NOT_VERIFIED"),
                forged(
                        "backed up although not eligible",
                        new Variation().flags(flags -> flags | 0x10),
                        "ILLEGAL_BACKUP_STATE"),
                forged(
                        "eligible for backup of a sudden",
                        new Variation().flags(flags -> flags | 0x08),
                        "BAD_BACKUP_ELIGIBLE_FLAG"),
                forged(
                        "a byte too many",
                        new Variation().authenticatorData(data -> concat(data, new byte[1])),
                        "MALFORMED"),
                forged("cut off", new Variation().authenticatorData(data -> Arrays.copyOf(data, 36)), "MALFORMED"),
                forged("extensions by its flags alone", new Variation().flags(flags -> flags | 0x80), "NOT_CANONICAL"),
                forged(
                        "extensions out of order",
                        new Variation()
                                .flags(flags -> flags | 0x80)
                                .authenticatorData(data ->
                                        concat(data, new byte[] {(byte) 0xa2, 0x61, 'b', 0x01, 0x61, 'a', 0x01})),
                        "NOT_CANONICAL"),
                forged("a bit of the signature", new Variation().signature(Forgery::flipped), "BAD_SIGNATURE"),
                forged(
                        "a byte after the signature",
                        new Variation().signature(bytes -> concat(bytes, new byte[1])),
                        "BAD_SIGNATURE"),
                forged(
                        "a signature cut off",
                        new Variation().signature(bytes -> Arrays.copyOf(bytes, bytes.length - 1)),
                        "BAD_SIGNATURE"),
                forged("no signature", new Variation().signature(bytes -> new byte[0]), "BAD_SIGNATURE"),
                forged(
                        "a signature of zeros",
                        new Variation().signature(bytes -> new byte[] {0x30, 6, 2, 1, 0, 2, 1, 0}),
                        "BAD_SIGNATURE"),
                forged("a signature that is no DER", new Variation().signature(bytes -> new byte[64]), "BAD_SIGNATURE"),
                forged(
                        "a length in a longer form",
                        new Variation().signature(ForgedAssertionTest::longForm),
                        "BAD_SIGNATURE"));
    }

    private static Arguments forged(String name, Variation variation, String finding) {
        return Arguments.argumentSet(name, variation, finding);
    }

    // X.690 §10.1: DER takes the shortest form of a length; 0x81 is for those from 128 on.
    private static byte[] longForm(byte[] der) {
        return concat(new byte[] {0x30, (byte) 0x81, der[1]}, Arrays.copyOfRange(der, 2, der.length));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void refuses(Variation variation, String finding) {
        assertEquals(finding, judged(variation));
    }

    @Test
    void takesTheSameSignatureWithNothingWrong() {
        assertEquals("accepted", judged(new Variation()));
        assertEquals(
                "accepted",
                judged(new Variation()
                        .flags(flags -> flags | 0x80)
                        .authenticatorData(data -> concat(data, Cbor.encode(Map.of("a", 1L))))));
    }

    private String judged(Variation variation) {
        var passkey = enrolled();
        String response = device.get(REQUEST, ForgedRegistrationTest.ORIGIN, variation);
        return WebAuthnVectorsTest.judgement(
                ceremonies.checkAssertion(response, ForgedRegistrationTest.CHALLENGE, passkey));
    }

    private Passkey.Enrolled enrolled() {
        String response = device.create(ForgedRegistrationTest.CREATION, ForgedRegistrationTest.ORIGIN);
        return switch (ceremonies.checkRegistration(response, ForgedRegistrationTest.CHALLENGE, Instant.now())) {
            case Result.Ok<NewCredential, PasskeyRefusal>(var credential) -> WebAuthnVectorsTest.enrolled(credential);
            case Result.Refused<NewCredential, PasskeyRefusal>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
