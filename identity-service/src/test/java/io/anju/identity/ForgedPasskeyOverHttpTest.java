package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.passkey.webauthn.Forgery;
import io.anju.testkit.passkey.AttestationCa;
import io.anju.testkit.passkey.EmulatedAuthenticator;
import io.anju.testkit.passkey.PackedAttester;
import io.anju.testkit.passkey.Variation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a passkey or its signature is the sender's fault, has a code, and changes nothing. */
@QuarkusTest
class ForgedPasskeyOverHttpTest extends IdentityTestBase {

    // SEC 2 §2.4.2: the order of secp256r1.
    private static final BigInteger ORDER =
            new BigInteger("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16);

    static Stream<Forgery> forgeries() {
        return Forgery.all();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void enrolsNone(Forgery forgery) {
        Response begun = StaffEnrolment.begin("bao-code");
        Response refused = enrol(begun, new EmulatedAuthenticator(), forgery.variation());

        refused.then().statusCode(422);
        if (forgery.finding().startsWith("PASSKEY_")) {
            refused.then().body("code", equalTo(forgery.finding()));
        } else {
            refused.then().body("code", equalTo("PASSKEY_REJECTED")).body("finding", equalTo(forgery.finding()));
        }
        assertEquals(
                0,
                count("SELECT count(*) FROM passkey WHERE person_id = $1", UUID.fromString(begun.<String>path("id"))));
    }

    @Test
    void enrolsNoCredentialOfSomebodyElse() {
        var owner = person().bound();
        byte[] credential = Base64.getUrlDecoder()
                .decode(new JsonObject(owner.device.export())
                        .getJsonArray("passkeys")
                        .getJsonObject(0)
                        .getString("id"));
        Response begun = StaffEnrolment.begin("bao-code");

        enrol(begun, new EmulatedAuthenticator(), new Variation().credentialId(id -> credential))
                .then()
                .statusCode(422)
                .body("code", equalTo("PASSKEY_ENROLLED_ALREADY"));
        owner.signInByPasskey().then().statusCode(200);
    }

    @Test
    void aRefusedEnrolmentLeavesItsOptionsGoodForTheRightOne() {
        Response begun = StaffEnrolment.begin("tao-code");
        enrol(begun, new EmulatedAuthenticator(), new Variation().rpId("evil.example"))
                .then()
                .statusCode(422);

        var by = new AttestationCa("Unknown here");
        enrol(begun, new EmulatedAuthenticator(), new Variation().attestedBy(PackedAttester.by(by)))
                .then()
                .statusCode(201);
        assertEquals(1, count("""
                        SELECT count(*) FROM passkey WHERE person_id = $1 AND attestation_format = 'packed'
                        AND attestation_trust = 'UNTRUSTED' AND length(trust_path_sha256) = 32""", UUID.fromString(begun.<String>path("id"))));
    }

    static Stream<Variation> signatures() {
        return Stream.of(
                new Variation().clientData(data -> data.put("challenge", "AAAA")),
                new Variation().clientData(data -> data.put("origin", "https://evil.example")),
                new Variation().clientData(data -> data.put("type", "webauthn.create")),
                new Variation().rpId("evil.example"),
                new Variation().flags(flags -> flags & ~0x04),
                new Variation().flags(flags -> flags | 0x08),
                new Variation().authenticatorData(data -> Arrays.copyOf(data, 20)),
                new Variation().signature(bytes -> Arrays.copyOf(bytes, bytes.length + 1)),
                new Variation().signature(bytes -> new byte[0]),
                new Variation().userHandle(handle -> new byte[0]),
                new Variation().userHandle(handle -> new byte[16]));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void signsNobodyInAndLeavesTheOwnersWayOpen(Variation variation) {
        var owner = TestStaff.member(outside.url(), "mao-code");
        Response opened = owner.openSignIn(Map.of("method", "PASSKEY"));

        prove(owner, opened, variation).then().statusCode(422).body("code", equalTo("PROOF_WRONG"));
        owner.signInByPasskey().then().statusCode(200);
    }

    @Test
    void theOtherFormOfASignatureIsNoSecondOne() {
        var owner = TestStaff.member(outside.url(), "mao-code");
        Response opened = owner.openSignIn(Map.of("method", "PASSKEY"));

        prove(owner, opened, new Variation().signature(ForgedPasskeyOverHttpTest::otherForm))
                .then()
                .statusCode(200);
        prove(owner, opened, new Variation()).then().statusCode(409).body("code", equalTo("SIGN_IN_OVER"));
    }

    // With (r, s) every verifier takes (r, n − s) as well; what keeps it from being a second signature is the
    // challenge.
    private static byte[] otherForm(byte[] der) {
        try {
            var parts = ASN1Sequence.getInstance(der);
            var s = ASN1Integer.getInstance(parts.getObjectAt(1)).getPositiveValue();
            return new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {
                        parts.getObjectAt(0), new ASN1Integer(ORDER.subtract(s))
                    })
                    .getEncoded();
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static Response prove(TestPerson owner, Response opened, Variation variation) {
        String options = new JsonObject(opened.asString())
                .getJsonObject("passkeyOptions")
                .encode();
        String assertion = owner.device.get(options, TestPerson.ORIGIN, variation);
        return owner.proveSignIn(opened.path("id"), "{\"method\":\"PASSKEY\",\"assertion\":" + assertion + "}");
    }

    private static Response enrol(Response begun, EmulatedAuthenticator device, Variation variation) {
        String options =
                new JsonObject(begun.asString()).getJsonObject("passkeyOptions").encode();
        return TestPerson.anonymous()
                .auth()
                .oauth2(begun.path("enrolmentToken"))
                .body("{\"credential\":" + device.create(options, TestPerson.ORIGIN, variation) + "}")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/staff/enrolments/" + begun.path("id") + "/passkey");
    }
}
