package io.anju.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.http.Digests;
import io.anju.testkit.dpop.ProofKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.ValidatableResponse;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that is bound to a key (RFC 9449) opens with a fresh proof of that key, and with nothing else. */
@QuarkusTest
class ProofAttacksTest extends KitTestBase {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final BigInteger ORDER =
            new BigInteger("115792089210356248762697446949407573529996955224135760342422259061068512044369");
    private static final String PUBLIC = "http://identity.test";
    private static final String ME = PUBLIC + "/api/v1/doors/me";

    private final ProofKey key = ProofKey.es256();

    private String token() {
        return neighbours.tokens().bound(customer, key.thumbprint());
    }

    private static ValidatableResponse me(String token, String... proofs) {
        var headers = new ArrayList<Header>();
        headers.add(new Header("Authorization", "DPoP " + token));
        headers.add(new Header("Accept-Language", "en"));
        for (String proof : proofs) {
            headers.add(new Header("DPoP", proof));
        }
        return given().headers(new Headers(headers)).get("/api/v1/doors/me").then();
    }

    private static void refusedAsProof(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "DPoP error=\"invalid_dpop_proof\", algs=\"ES256 EdDSA\"")
                .body("code", equalTo("DPOP_PROOF_INVALID"))
                .body("title", equalTo("The proof of possession is not valid"));
    }

    private static void refusedAsToken(ValidatableResponse answer) {
        answer.statusCode(401)
                .header("WWW-Authenticate", "DPoP error=\"invalid_token\", algs=\"ES256 EdDSA\"")
                .body("code", equalTo("TOKEN_INVALID"));
    }

    @Test
    void aBoundTokenOpensWithAProofOfItsKey() {
        var token = token();

        me(token, key.proof("GET", ME, token)).statusCode(200).body(containsString(customer.toString()));
    }

    @Test
    void anEd25519KeyDoesAsWell() {
        var edwards = ProofKey.ed25519();
        var token = neighbours.tokens().bound(customer, edwards.thumbprint());

        me(token, edwards.proof("GET", ME, token)).statusCode(200);
    }

    @Test
    void theQueryOfTheRequestDoesNotMatter() {
        var token = token();

        given().header("Authorization", "dpop " + token)
                .header("DPoP", key.proof("GET", ME, token))
                .get("/api/v1/doors/me?limit=5")
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenThatIsNotBoundStaysABearerToken() {
        as(customer).get("/api/v1/doors/me").then().statusCode(200);
    }

    @Test
    void aBoundTokenIsNoBearerToken() {
        var token = token();

        refusedAsToken(given().header("Authorization", "Bearer " + token)
                .get("/api/v1/doors/me")
                .then());
        refusedAsToken(given().header("Authorization", "Bearer " + token)
                .header("DPoP", key.proof("GET", ME, token))
                .get("/api/v1/doors/me")
                .then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"x5t#S256\":\"bN7q\"}", "{\"jkt\":7}", "{}"})
    void aTokenBoundToWhatWeDoNotKnowIsNoBearerTokenEither(String confirmation) {
        var token = neighbours
                .tokens()
                .access(
                        customer.toString(),
                        "anju-api",
                        List.of("customer"),
                        claims -> claims.setClaim("cnf", new io.vertx.core.json.JsonObject(confirmation).getMap()));

        refusedAsToken(given().header("Authorization", "Bearer " + token)
                .get("/api/v1/doors/me")
                .then());
        refusedAsToken(me(token, key.proof("GET", ME, token)));
    }

    @Test
    void aBearerTokenDoesNotPassForABoundOne() {
        var token = neighbours.tokens().customer(customer);

        refusedAsToken(me(token, key.proof("GET", ME, token)));
    }

    @Test
    void aForgedTokenHelpsNoProof() {
        var token = token();
        var forged = token.substring(0, token.length() - 8) + "AAAAAAAA";

        refusedAsToken(me(forged, key.proof("GET", ME, forged)));
    }

    @Test
    void aProofOfAnotherKeyIsNotTheTokens() {
        var token = token();

        refusedAsToken(me(token, ProofKey.es256().proof("GET", ME, token)));
    }

    @Test
    void aProofIsTakenOnce() {
        var token = token();
        var proof = key.proof("GET", ME, token);
        me(token, proof).statusCode(200);

        refusedAsProof(me(token, proof));
        refusedAsProof(me(token, mirrored(proof)));
        me(token, key.proof("GET", ME, token)).statusCode(200);
    }

    @Test
    void aProofOfAnotherKeyUsesNothingUp() {
        var token = token();
        var id = UUID.randomUUID().toString();
        refusedAsToken(me(token, ProofKey.es256().proof("GET", ME, claims -> beside(token, id, claims), jws -> {})));

        me(token, key.proof("GET", ME, claims -> beside(token, id, claims), jws -> {}))
                .statusCode(200);
    }

    private static void beside(String token, String id, JwtClaims claims) {
        claims.setClaim("ath", Digests.sha256(token));
        claims.setJwtId(id);
    }

    @Test
    void theOtherLanguageHasWordsForIt() {
        given().header("Authorization", "DPoP " + token())
                .get("/api/v1/doors/me")
                .then()
                .statusCode(401)
                .body("title", equalTo("持有证明无效"));
    }

    @Test
    void whoeverComesWithoutATokenIsToldOfBothWays() {
        given().header("DPoP", key.proof("GET", ME))
                .get("/api/v1/doors/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer, DPoP algs=\"ES256 EdDSA\"")
                .body("code", equalTo("TOKEN_MISSING"));
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherClaims() {
        var attacks = new TreeMap<String, Consumer<JwtClaims>>();
        attacks.put("htm of another method", claims -> claims.setClaim("htm", "POST"));
        attacks.put("htm in small letters", claims -> claims.setClaim("htm", "get"));
        attacks.put("htm of another type", claims -> claims.setClaim("htm", List.of("GET")));
        attacks.put("no htm", claims -> claims.unsetClaim("htm"));
        for (String url : List.of(
                ME + "?limit=5",
                ME + "#there",
                ME + "/",
                PUBLIC + "/api/v1/doors/open",
                PUBLIC + "/API/V1/doors/me",
                "https://identity.test/api/v1/doors/me",
                "http://identity.test:8081/api/v1/doors/me",
                "http://identity.test.evil.example/api/v1/doors/me",
                "http://identity.test@evil.example/api/v1/doors/me",
                "/api/v1/doors/me",
                "not an address",
                "")) {
            attacks.put("htu " + url, claims -> claims.setClaim("htu", url));
        }
        attacks.put("htu of another type", claims -> claims.setClaim("htu", Map.of()));
        attacks.put("no htu", claims -> claims.unsetClaim("htu"));
        attacks.put("iat an hour old", claims -> claims.setIssuedAt(inSeconds(-3_600)));
        attacks.put("iat just too old", claims -> claims.setIssuedAt(inSeconds(-61)));
        attacks.put("iat in the future", claims -> claims.setIssuedAt(inSeconds(45)));
        attacks.put("iat at the end of time", claims -> claims.setClaim("iat", Long.MAX_VALUE));
        attacks.put("iat before all time", claims -> claims.setClaim("iat", Long.MIN_VALUE));
        attacks.put("iat beyond numbers", claims -> claims.setClaim("iat", new BigInteger("9".repeat(60))));
        attacks.put("iat of another type", claims -> claims.setClaim("iat", "now"));
        attacks.put("no iat", claims -> claims.unsetClaim("iat"));
        attacks.put("no jti", claims -> claims.unsetClaim("jti"));
        attacks.put("jti of nothing", claims -> claims.setJwtId(" "));
        attacks.put("jti of another type", claims -> claims.setClaim("jti", 7));
        attacks.put("ath of another token", claims -> claims.setClaim("ath", Digests.sha256("another")));
        attacks.put("ath of another type", claims -> claims.setClaim("ath", 7));
        attacks.put("no ath", claims -> claims.unsetClaim("ath"));
        var token = token();
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> {
                    Consumer<JwtClaims> change = attack.getValue();
                    refusedAsProof(me(
                            token,
                            key.proof(
                                    "GET",
                                    ME,
                                    claims -> {
                                        claims.setClaim("ath", Digests.sha256(token));
                                        change.accept(claims);
                                    },
                                    jws -> {})));
                }));
    }

    private static NumericDate inSeconds(long seconds) {
        return NumericDate.fromSeconds(NumericDate.now().getValue() + seconds);
    }

    @TestFactory
    Stream<DynamicTest> refusesOtherHeaders() throws JoseException {
        var attacks = new TreeMap<String, Consumer<JsonWebSignature>>();
        for (String type : List.of("JWT", "at+jwt", "DPOP+JWT", "application/dpop+jwt", "")) {
            attacks.put("typ " + type, jws -> jws.setHeader("typ", type));
        }
        attacks.put("typ of another type", jws -> jws.getHeaders().setObjectHeaderValue("typ", List.of("dpop+jwt")));
        attacks.put("no typ", jws -> jws.getHeaders().setObjectHeaderValue("typ", null));
        attacks.put("alg none", jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue("none");
            jws.setKey(null);
        });
        attacks.put("HS256 keyed with the public key", jws -> {
            jws.setAlgorithmHeaderValue("HS256");
            jws.setKey(new HmacKey(key.jwk().getPublicKey().getEncoded()));
        });
        var rsa = RsaJwkGenerator.generateJwk(2048);
        attacks.put("RS256 with its own key", jws -> {
            jws.setAlgorithmHeaderValue("RS256");
            jws.setJwkHeader(rsa);
            jws.setKey(rsa.getPrivateKey());
        });
        var p384 = EcJwkGenerator.generateJwk(EllipticCurves.P384);
        attacks.put("ES384 with its own key", jws -> {
            jws.setAlgorithmHeaderValue("ES384");
            jws.setJwkHeader(p384);
            jws.setKey(p384.getPrivateKey());
        });
        var stranger = ProofKey.es256().jwk();
        attacks.put("signed by another key than jwk", jws -> jws.setKey(stranger.getPrivateKey()));
        attacks.put("crit", jws -> jws.setHeader("crit", List.of("anju")));
        attacks.put("crit of numbers", jws -> jws.getHeaders().setObjectHeaderValue("crit", List.of(1)));
        attacks.put("no jwk", jws -> jws.getHeaders().setObjectHeaderValue("jwk", null));
        var parts = key.jwk().toParams(OutputControlLevel.PUBLIC_ONLY);
        attacks.put("private jwk", jwk(key.jwk().toParams(OutputControlLevel.INCLUDE_PRIVATE)));
        attacks.put("jwk with an empty private member", jwk(with(parts, "d", "")));
        attacks.put("symmetric jwk", jwk(Map.of("kty", "oct", "k", "AAAA")));
        attacks.put("jwk that hides a secret", jwk(with(parts, "k", "AAAA")));
        attacks.put("jwk of another curve", jwk(with(parts, "crv", "P-384")));
        attacks.put("jwk of another kind", jwk(with(parts, "kty", "OKP")));
        attacks.put("jwk of a point that is on no curve", jwk(with(parts, "y", parts.get("x"))));
        attacks.put("jwk at infinity", jwk(Map.of("kty", "EC", "crv", "P-256", "x", "AA", "y", "AA")));
        attacks.put("jwk without a coordinate", jwk(with(parts, "y", null)));
        attacks.put("jwk with a number for a coordinate", jwk(with(parts, "y", 7)));
        attacks.put("jwk with nonsense for a coordinate", jwk(with(parts, "y", "%%%")));
        attacks.put("jwk with nothing for a coordinate", jwk(with(parts, "y", "")));
        attacks.put("jwk that is a list", jws -> jws.getHeaders().setObjectHeaderValue("jwk", List.of(parts)));
        attacks.put("jwk that is empty", jwk(Map.of()));
        var token = token();
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.getKey(),
                        () -> refusedAsProof(me(
                                token,
                                key.proof("GET", ME, claims -> claims.setClaim("ath", Digests.sha256(token)), jws -> {
                                    jws.setDoKeyValidation(false);
                                    attack.getValue().accept(jws);
                                })))));
    }

    /** A proof with this header, no claims, and 64 bytes for a signature. */
    private static String unsigned(String header) {
        return BASE64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "."
                + BASE64.encodeToString("{}".getBytes(StandardCharsets.UTF_8))
                + "."
                + BASE64.encodeToString(new byte[64]);
    }

    private static Map<String, Object> with(Map<String, Object> members, String name, Object value) {
        var changed = new HashMap<>(members);
        changed.put(name, value);
        changed.values().removeIf(java.util.Objects::isNull);
        return changed;
    }

    private static Consumer<JsonWebSignature> jwk(Map<String, Object> members) {
        return jws -> jws.getHeaders().setObjectHeaderValue("jwk", members);
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatIsNoSingleProof() {
        var token = token();
        String proof = key.proof("GET", ME, token);
        int last = proof.lastIndexOf('.') + 1;
        String signed = proof.substring(0, last);
        byte[] signature = Base64.getUrlDecoder().decode(proof.substring(last));
        var attacks = new TreeMap<String, List<String>>();
        attacks.put("none", List.of());
        attacks.put("two", List.of(proof, key.proof("GET", ME, token)));
        attacks.put("the same twice", List.of(proof, proof));
        attacks.put("two in one header", List.of(proof + ", " + key.proof("GET", ME, token)));
        attacks.put("a word", List.of("proof"));
        attacks.put("nothing", List.of(""));
        attacks.put("the access token", List.of(token));
        attacks.put("unsigned", List.of(signed));
        attacks.put("half a signature", List.of(signed + BASE64.encodeToString(Arrays.copyOf(signature, 32))));
        attacks.put("a byte more of signature", List.of(signed + BASE64.encodeToString(Arrays.copyOf(signature, 65))));
        attacks.put("r = s = 0", List.of(signed + BASE64.encodeToString(new byte[64])));
        attacks.put("padding", List.of(proof + "=="));
        attacks.put("an Ed25519 key of no bytes", List.of(unsigned("""
                {"typ":"dpop+jwt","alg":"EdDSA","jwk":{"kty":"OKP","crv":"Ed25519","x":""}}""")));
        attacks.put("an Ed25519 key of one byte", List.of(unsigned("""
                {"typ":"dpop+jwt","alg":"EdDSA","jwk":{"kty":"OKP","crv":"Ed25519","x":"AA"}}""")));
        attacks.put("JSON", List.of("{\"payload\":\"e30\"}"));
        attacks.put("five parts", List.of("e30.AAAA.AAAA.AAAA.AAAA"));
        attacks.put(
                "payload is a list", List.of(proof.substring(0, proof.indexOf('.')) + ".W10." + proof.substring(last)));
        attacks.put("header is a list", List.of("W10." + proof.substring(proof.indexOf('.') + 1)));
        attacks.put(
                "alg twice",
                List.of(encode("{\"alg\":\"none\",\"typ\":\"dpop+jwt\",\"alg\":\"ES256\"}") + ".e30."
                        + "A".repeat(86)));
        attacks.put(
                "alg of another type", List.of(encode("{\"alg\":1,\"typ\":\"dpop+jwt\"}") + ".e30." + "A".repeat(86)));
        attacks.put(
                "deep",
                List.of(encode("{\"jwk\":" + "[".repeat(1000) + "]".repeat(1000) + "}") + ".e30." + "A".repeat(86)));
        attacks.put(
                "longer than read",
                List.of(key.proof(
                        "GET",
                        ME,
                        claims -> {
                            claims.setClaim("ath", Digests.sha256(token));
                            claims.setClaim("more", "x".repeat(4_096));
                        },
                        jws -> {})));
        return attacks.entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.getKey(),
                        () -> refusedAsProof(me(token, attack.getValue().toArray(String[]::new)))));
    }

    @Test
    void nothingIsDoneForARefusedProof() {
        var token = token();
        String url = PUBLIC + "/api/v1/doors/" + door + "/openings";

        refusedAsProof(open(token, key.proof("POST", url + "?", token)));
        refusedAsProof(open(token, key.proof("GET", url, token)));
        assertEquals(0, openings());
        open(token, key.proof("POST", url, token)).statusCode(201);
        assertEquals(2, openings());
    }

    private ValidatableResponse open(String token, String proof) {
        return given().header("Authorization", "DPoP " + token)
                .header("DPoP", proof)
                .header("Accept-Language", "en")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(BODY)
                .post("/api/v1/doors/" + door + "/openings")
                .then();
    }

    @Test
    void theSecondKeyGoesWithABoundToken() {
        var token = token();
        String path = "/api/v1/doors/" + door + "/unlocking";
        given().header("Authorization", "DPoP " + token)
                .header("DPoP", key.proof("POST", PUBLIC + path, token))
                .contentType(ContentType.JSON)
                .body(BODY)
                .post(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("DPoP error=\"insufficient_user_authentication\""));

        given().header("Authorization", "DPoP " + token)
                .header("DPoP", key.proof("POST", PUBLIC + path, token))
                .header(
                        "Verification-Token",
                        neighbours
                                .tokens()
                                .verification(customer, "door-service", "door.unlock", "/api/v1/doors/" + door, BODY))
                .contentType(ContentType.JSON)
                .body(BODY)
                .post(path)
                .then()
                .statusCode(201);
    }

    @Test
    void theGatewaySaysWhatTheCallerAskedForWhereItAsksSeveralServices() {
        var token = token();

        given().header("Authorization", "DPoP " + token)
                .header("DPoP", key.proof("GET", PUBLIC + "/api/v1/app-home", token))
                .header("X-Forwarded-Uri", "/api/v1/app-home?elder=true")
                .header("X-Forwarded-For", "203.0.113.7")
                .get("/api/v1/doors/me")
                .then()
                .statusCode(200);
    }

    /** The other signature that verifies: (r, n - s). */
    private static String mirrored(String proof) {
        int last = proof.lastIndexOf('.') + 1;
        byte[] signature = Base64.getUrlDecoder().decode(proof.substring(last));
        byte[] s = ORDER.subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)))
                .toByteArray();
        Arrays.fill(signature, 32, 64, (byte) 0);
        int length = Math.min(32, s.length);
        System.arraycopy(s, s.length - length, signature, 64 - length, length);
        return proof.substring(0, last) + BASE64.encodeToString(signature);
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
