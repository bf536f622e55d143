package io.anju.identity.passkey.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.identity.passkey.Ceremonies;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.passkey.webauthn.SomeRelyingParty.Attested;
import io.anju.kernel.result.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The examples of W3C Web Authentication Level 3 (section "Test Vectors"), judged as a bank judges them: what lacks the
 * user's verification, comes from inside another page, or uses another algorithm or format than ours is refused. The
 * vectors' own root is the trust anchor.
 */
class WebAuthnVectorsTest {

    private static final JsonNode VECTORS = read();
    // All certificates of the vectors are valid from 2024 on.
    private static final Instant NOW = Instant.parse("2026-11-29T00:00:00Z");

    @TempDir
    private Path anchors;

    private SomeRelyingParty exampleOrg;

    @BeforeEach
    void believeTheRootOfTheVectors() throws IOException {
        byte[] root = HexFormat.of()
                .parseHex(VECTORS.path("attestation_root")
                        .path("attestation_ca_cert")
                        .asText());
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(root)
                + "\n-----END CERTIFICATE-----\n";
        for (String format : Set.of("packed", "tpm", "android-key", "apple")) {
            Files.writeString(Files.createDirectory(anchors.resolve(format)).resolve("root.pem"), pem);
        }
        exampleOrg = new SomeRelyingParty(
                VECTORS.path("rpId").asText(), Set.of(VECTORS.path("origin").asText()), Attested.believing(anchors));
    }

    // The expectations follow from the flags in each vector's authenticator data (UV is bit 2), its algorithm and
    // format.
    @ParameterizedTest
    @CsvSource({
        "packed-es256, TRUSTED, accepted",
        "tpm-es256, TRUSTED, accepted",
        "packed-self-es256, SELF, USER_NOT_VERIFIED",
        "packed-rs256, TRUSTED, USER_NOT_VERIFIED",
        "none-es256, USER_NOT_VERIFIED, ''",
        "none-es256-long-credential-id, USER_NOT_VERIFIED, ''",
        "packed-eddsa, USER_NOT_VERIFIED, ''",
        "apple-es256, USER_NOT_VERIFIED, ''",
        "none-es256-crossOrigin, BAD_TOP_ORIGIN, ''",
        "none-es256-topOrigin, BAD_TOP_ORIGIN, ''",
        // Algorithms that nobody was offered; that of ed448 is unknown to webauthn4j.
        "packed-es384, USER_NOT_VERIFIED, ''",
        "packed-es512, NOT_ALLOWED_ALGORITHM, ''",
        "packed-ed448, MALFORMED, ''",
        "fido-u2f-es256, PASSKEY_ATTESTATION_FORMAT_REFUSED, ''",
        // Both authorization lists of its key description are empty, where §8.4 wants origin GENERATED and purpose
        // SIGN.
        "android-key-es256, KEY_DESCRIPTION_VALIDATION, ''",
    })
    void judges(String id, String registration, String authentication) {
        assertJudgement(new WebAuthn4jCeremonies(exampleOrg), id, registration, authentication);
    }

    // What the vectors say beside the user's verification: signatures, attestations, identifiers.
    @ParameterizedTest
    @CsvSource({
        "none-es256, NONE, accepted",
        "none-es256-long-credential-id, NONE, accepted",
        "packed-self-es256, SELF, accepted",
        "packed-rs256, TRUSTED, accepted",
        "packed-eddsa, TRUSTED, accepted",
        "apple-es256, TRUSTED, accepted",
        "packed-es384, NOT_ALLOWED_ALGORITHM, ''",
    })
    void wouldTakeThemButForTheUsersVerification(String id, String registration, String authentication) {
        assertJudgement(new WebAuthn4jCeremonies(exampleOrg, false), id, registration, authentication);
    }

    private static void assertJudgement(Ceremonies ceremonies, String id, String registration, String authentication) {
        JsonNode vector = vector(id);
        var registered = ceremonies.checkRegistration(
                vector.path("registrationResponseJSON").toString(),
                vector.path("registration").path("challenge_b64u").asText(),
                NOW);

        assertEquals(registration, judgement(registered));
        if (registered instanceof Result.Ok<Ceremonies.NewCredential, PasskeyRefusal>(var credential)) {
            assertEquals(
                    vector.path("facts").path("fmt").asText(),
                    credential.attestation().format().identifier());
            assertEquals(authentication, judgement(authenticate(ceremonies, vector, credential)));
        }
    }

    @Test
    void everyVectorIsJudged() throws NoSuchMethodException {
        var judged = new HashSet<String>();
        var rows = WebAuthnVectorsTest.class
                .getDeclaredMethod("judges", String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();
        Arrays.stream(rows).forEach(row -> judged.add(row.substring(0, row.indexOf(','))));
        var published = new HashSet<String>();
        VECTORS.path("cases").forEach(vector -> published.add(vector.path("id").asText()));

        assertEquals(published, judged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "7",
                "{\"id\":\"\",\"rawId\":\"\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\",\"attestationObject\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"oA\",\"authenticatorData\":\"\",\"signature\":\"\"}}"
            })
    void takesNothingThatSomebodyMadeUpForAFaultOfItsOwn(String madeUp) {
        var ceremonies = new WebAuthn4jCeremonies(exampleOrg);

        assertInstanceOf(Result.Refused.class, ceremonies.checkRegistration(madeUp, "AAAA", NOW));
        assertInstanceOf(Result.Refused.class, ceremonies.readAssertion(madeUp));
    }

    private static Result<Ceremonies.Signed, PasskeyRefusal> authenticate(
            Ceremonies ceremonies, JsonNode vector, Ceremonies.NewCredential credential) {
        return ceremonies.checkAssertion(
                vector.path("authenticationResponseJSON").toString(),
                vector.path("authentication").path("challenge_b64u").asText(),
                enrolled(credential));
    }

    static Passkey.Enrolled enrolled(Ceremonies.NewCredential credential) {
        return new Passkey.Enrolled(
                new Passkey.Credential(
                        new UUID(0, 1),
                        new UUID(0, 2),
                        credential.credentialId(),
                        credential.publicKey(),
                        credential.algorithm(),
                        credential.aaguid(),
                        credential.backupEligible(),
                        credential.transports(),
                        credential.attestation()),
                "vector",
                credential.signCount(),
                credential.backedUp(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Who vouches for an enrolled one; {@code accepted} for a signature; otherwise the finding, or the code. */
    static String judgement(Result<?, PasskeyRefusal> result) {
        return switch (result) {
            case Result.Ok<?, PasskeyRefusal>(Ceremonies.NewCredential credential) ->
                credential.attestation().trust().name();
            case Result.Ok<?, PasskeyRefusal> ignored -> "accepted";
            case Result.Refused<?, PasskeyRefusal>(var refusal) ->
                String.valueOf(refusal.evidence().getOrDefault("finding", refusal.code()));
        };
    }

    private static JsonNode vector(String id) {
        return StreamSupport.stream(VECTORS.path("cases").spliterator(), false)
                .filter(vector -> vector.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read() {
        try (var in = WebAuthnVectorsTest.class.getResourceAsStream("/webauthn_l3_vectors.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
