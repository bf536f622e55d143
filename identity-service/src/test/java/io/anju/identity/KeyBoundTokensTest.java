package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.testkit.dpop.ProofKey;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tokens that are bound to a key of the app (RFC 9449): how they are given, refreshed and kept from everybody else. */
@QuarkusTest
class KeyBoundTokensTest extends IdentityTestBase {

    private KeyBoundApp app(TestPerson person) {
        return new KeyBoundApp(person, ProofKey.es256());
    }

    private KeyBoundApp signedIn() {
        return app(person().registered()).signedIn();
    }

    private static String keyOf(String accessToken) throws Exception {
        return JourneyTest.read(accessToken, "at+jwt", "anju-api")
                .getClaimValue("cnf", Map.class)
                .get("jkt")
                .toString();
    }

    // --- given ---

    @Test
    void aSignInWithAProofGivesTokensBoundToItsKey() throws Exception {
        var app = app(person().registered());
        String id = app.openSignIn();

        var tokens = app.proveSignIn(id, Map.of(), app.proofOfSignIn(id))
                .then()
                .statusCode(200)
                .body("tokenType", equalTo("DPoP"))
                .extract()
                .jsonPath();
        assertEquals(app.key.thumbprint(), keyOf(tokens.getString("accessToken")));
    }

    @Test
    void soDoesASignInByPasskey() throws Exception {
        var person = person().bound();
        var key = ProofKey.ed25519();
        var opened = person.openSignIn(Map.of("method", "PASSKEY"));
        String path = "/api/v1/sign-ins/" + opened.path("id") + "/proof";

        String token = TestPerson.anonymous()
                .header("DPoP", key.proof("POST", KeyBoundApp.ORIGIN + path))
                .body(person.assertion(opened))
                .post(path)
                .then()
                .statusCode(200)
                .body("tokenType", equalTo("DPoP"))
                .extract()
                .path("accessToken");
        assertEquals(key.thumbprint(), keyOf(token));
    }

    @Test
    void soDoesARegistration() throws Exception {
        var person = person();
        var key = ProofKey.es256();
        String registration = person.openRegistration();
        String url = KeyBoundApp.ORIGIN + "/api/v1/registrations/" + registration + "/proof";

        String token = TestPerson.proveRegistration(
                        TestPerson.anonymous().header("DPoP", key.proof("POST", url)),
                        registration,
                        TestPerson.registrationProof(person.newestCode()))
                .then()
                .statusCode(201)
                .body("tokenType", equalTo("DPoP"))
                .extract()
                .path("accessToken");
        assertEquals(key.thumbprint(), keyOf(token));
    }

    @Test
    void theyOpenWithAProofAndNotWithout() {
        var app = signedIn();

        app.request("GET", "/api/v1/me").get("/api/v1/me").then().statusCode(200);
        TestPerson.anonymous()
                .auth()
                .oauth2(app.accessToken)
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "DPoP error=\"invalid_token\", algs=\"ES256 EdDSA\"")
                .body("code", equalTo("TOKEN_INVALID"));
        app.request("GET", "/api/v1/me/sessions")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("DPOP_PROOF_INVALID"));
    }

    @Test
    void withoutAProofTokensStayBearerTokens() throws Exception {
        var person = person().registered();

        assertFalse(JourneyTest.read(person.accessToken, "at+jwt", "anju-api").hasClaim("cnf"));
        person.request().get("/api/v1/me").then().statusCode(200);
    }

    // --- refreshed ---

    @Test
    void theSameKeyRefreshes() throws Exception {
        var app = signedIn();

        String token = app.refresh(app.refreshToken)
                .then()
                .statusCode(200)
                .body("token_type", equalTo("DPoP"))
                .extract()
                .path("access_token");
        assertEquals(app.key.thumbprint(), keyOf(token));
    }

    @Test
    void nobodyElseRefreshesAndTheSessionLives() {
        var app = signedIn();
        var thief = ProofKey.es256();

        KeyBoundApp.refreshWith(app.refreshToken).then().statusCode(400).body("error", equalTo("invalid_dpop_proof"));
        KeyBoundApp.refreshWith(app.refreshToken, thief.proof("POST", KeyBoundApp.TOKEN_ENDPOINT))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_grant"));
        app.refresh(app.refreshToken).then().statusCode(200);
    }

    @Test
    void anOldTokenOfUseToNobodyThrowsNobodyOut() {
        var app = signedIn();
        String old = app.refreshToken;
        String second = app.refresh(old).path("refresh_token");
        String third = app.refresh(second).path("refresh_token");
        var thief = ProofKey.es256();

        KeyBoundApp.refreshWith(old, thief.proof("POST", KeyBoundApp.TOKEN_ENDPOINT))
                .then()
                .statusCode(400);
        KeyBoundApp.refreshWith(old).then().statusCode(400);
        app.refresh(third).then().statusCode(200);
    }

    @Test
    void anOldTokenWithTheRightKeyIsAReuseAndEndsTheSession() {
        var app = signedIn();
        String old = app.refreshToken;
        String second = app.refresh(old).path("refresh_token");
        String third = app.refresh(second).path("refresh_token");

        app.refresh(old).then().statusCode(400).body("error", equalTo("invalid_grant"));
        app.refresh(third).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void aLostAnswerIsGivenAgainToTheSameKey() {
        var app = signedIn();
        String successor = app.refresh(app.refreshToken).path("refresh_token");

        app.refresh(app.refreshToken).then().statusCode(200).body("refresh_token", equalTo(successor));
    }

    @Test
    void aBearerSessionIsBoundByTheFirstProof() throws Exception {
        var person = person().registered();
        var app = app(person);

        var bound = app.refresh(person.refreshToken)
                .then()
                .statusCode(200)
                .body("token_type", equalTo("DPoP"))
                .extract()
                .jsonPath();
        assertEquals(app.key.thumbprint(), keyOf(bound.getString("access_token")));
        KeyBoundApp.refreshWith(bound.getString("refresh_token"))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_dpop_proof"));
    }

    @Test
    void whoBindsAStolenBearerTokenToTheirKeyIsFoundOut() {
        var person = person().registered();
        var thief = app(person);
        String stolen = thief.refresh(person.refreshToken).path("refresh_token");

        KeyBoundApp.refreshWith(person.refreshToken).then().statusCode(400);
        thief.refresh(stolen).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    // --- declared ---

    @Test
    void aDeviceThatDeclaresItGetsNoBearerTokens() {
        var app = app(person().registered());
        Map<String, Object> device = Map.of("id", UUID.randomUUID().toString(), "dpopBoundAccessTokens", true);
        String id = app.openSignIn();

        app.proveSignIn(id, device).then().statusCode(400).body("code", equalTo("DPOP_PROOF_MISSING"));
        app.proveSignIn(id, device, app.proofOfSignIn(id)).then().statusCode(200);
    }

    @Test
    void norDoesItAfterwardsWhateverItSays() {
        var person = person().registered();
        var app = app(person);
        String device = UUID.randomUUID().toString();
        signIn(app, Map.of("id", device, "dpopBoundAccessTokens", true), true, 200);
        allowAnotherCode();
        signIn(app, Map.of("id", device, "dpopBoundAccessTokens", false), false, 400);
        allowAnotherCode();
        signIn(app, Map.of("id", UUID.randomUUID().toString()), false, 200);
    }

    private static void signIn(KeyBoundApp app, Map<String, Object> device, boolean proves, int status) {
        String id = app.openSignIn();
        var proofs = proves ? new String[] {app.proofOfSignIn(id)} : new String[0];
        app.proveSignIn(id, device, proofs).then().statusCode(status);
    }

    /** One code a minute: the last one was sent a while ago. */
    private void allowAnotherCode() {
        sql("UPDATE sms_code SET sent_at = sent_at - interval '2 minutes'");
    }

    @Test
    void aClientThatIsKnownForItGetsNoneEither() {
        var app = app(person().registered());
        Map<String, Object> device = Map.of("clientId", IdentityEnvironment.STRICT_CLIENT);
        String id = app.openSignIn();

        app.proveSignIn(id, device).then().statusCode(400).body("code", equalTo("DPOP_PROOF_MISSING"));
        assertEquals(0, count("SELECT count(*) FROM session WHERE client_id = $1", IdentityEnvironment.STRICT_CLIENT));
    }

    @Test
    void theDatabaseKeepsNoBearerTokenInASessionThatDeclaredItsKey() {
        var app = app(person().registered());
        String id = app.openSignIn();
        app.proveSignIn(id, Map.of("dpopBoundAccessTokens", true), app.proofOfSignIn(id))
                .then()
                .statusCode(200);

        assertThrows(PgException.class, () -> sql("UPDATE refresh_token SET key_thumbprint = NULL WHERE declares_key"));
        assertThrows(PgException.class, () -> sql("""
                UPDATE refresh_token SET declares_key = false, key_thumbprint = NULL WHERE declares_key"""));
    }

    // --- attacked ---

    @TestFactory
    Stream<DynamicTest> theTokenEndpointRefusesEveryOtherProofAndChangesNothing() {
        var app = signedIn();
        return proofs(app.key, KeyBoundApp.TOKEN_ENDPOINT).entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(attack.getKey(), () -> {
                    KeyBoundApp.refreshWith(app.refreshToken, attack.getValue().toArray(String[]::new))
                            .then()
                            .statusCode(400)
                            .body("error", equalTo("invalid_dpop_proof"));
                    assertEquals(1, count("""
                                    SELECT count(*) FROM refresh_token t JOIN session s ON s.id = t.session_id
                                    WHERE s.person_id = $1 AND t.key_thumbprint IS NOT NULL AND s.ended_at IS NULL""", app.person.id));
                }));
    }

    @TestFactory
    Stream<DynamicTest> aSignInRefusesEveryOtherProofAndStaysOpen() {
        var app = app(person().registered());
        String id = app.openSignIn();
        String url = KeyBoundApp.ORIGIN + "/api/v1/sign-ins/" + id + "/proof";
        var attacks = proofs(app.key, url).entrySet().stream()
                .map(attack -> DynamicTest.dynamicTest(
                        attack.getKey(),
                        () -> app.proveSignIn(id, Map.of(), attack.getValue().toArray(String[]::new))
                                .then()
                                .statusCode(400)
                                .contentType("application/problem+json")
                                .body("code", equalTo("DPOP_PROOF_INVALID"))));
        return Stream.concat(
                attacks,
                Stream.of(DynamicTest.dynamicTest(
                        "and is still open",
                        () -> app.proveSignIn(id, Map.of(), app.proofOfSignIn(id))
                                .then()
                                .statusCode(200))));
    }

    private static Map<String, List<String>> proofs(ProofKey key, String url) {
        var attacks = new TreeMap<String, List<String>>();
        claims(attacks, key, url, "htm of another method", claims -> claims.setClaim("htm", "GET"));
        claims(attacks, key, url, "htu of another address", claims -> claims.setClaim("htu", url + "s"));
        claims(
                attacks,
                key,
                url,
                "htu of the service behind",
                claims -> claims.setClaim("htu", url.replace("8080", "8081")));
        claims(attacks, key, url, "htu with a query", claims -> claims.setClaim("htu", url + "?a=b"));
        claims(attacks, key, url, "iat too old", claims -> claims.setIssuedAt(in(-61)));
        claims(attacks, key, url, "iat in the future", claims -> claims.setIssuedAt(in(45)));
        claims(attacks, key, url, "iat beyond time", claims -> claims.setClaim("iat", new BigInteger("9".repeat(40))));
        claims(attacks, key, url, "no jti", claims -> claims.unsetClaim("jti"));
        claims(attacks, key, url, "oversized", claims -> claims.setClaim("more", "x".repeat(4_096)));
        header(attacks, key, url, "typ of another kind", jws -> jws.setHeader("typ", "JWT"));
        header(attacks, key, url, "alg none", jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue("none");
            jws.setKey(null);
        });
        header(attacks, key, url, "HS256", jws -> {
            jws.setAlgorithmHeaderValue("HS256");
            jws.setKey(new HmacKey(key.jwk().getPublicKey().getEncoded()));
        });
        header(
                attacks,
                key,
                url,
                "private jwk",
                jws -> jws.getHeaders()
                        .setObjectHeaderValue("jwk", key.jwk().toParams(OutputControlLevel.INCLUDE_PRIVATE)));
        header(
                attacks,
                key,
                url,
                "signed by another key",
                jws -> jws.setKey(ProofKey.es256().jwk().getPrivateKey()));
        String good = key.proof("POST", url);
        attacks.put("truncated", List.of(good.substring(0, good.length() - 43)));
        attacks.put("two headers", List.of(good, key.proof("POST", url)));
        attacks.put("no token at all", List.of("proof"));
        attacks.put("empty", List.of(""));
        return attacks;
    }

    private static void claims(
            Map<String, List<String>> attacks, ProofKey key, String url, String name, Consumer<JwtClaims> change) {
        attacks.put(name, List.of(key.proof("POST", url, change, jws -> {})));
    }

    private static void header(
            Map<String, List<String>> attacks,
            ProofKey key,
            String url,
            String name,
            Consumer<JsonWebSignature> change) {
        attacks.put(name, List.of(key.proof("POST", url, claims -> {}, change)));
    }

    private static NumericDate in(long seconds) {
        return NumericDate.fromSeconds(NumericDate.now().getValue() + seconds);
    }

    @Test
    void aProofBuysTokensOnce() {
        var app = signedIn();
        String proof = app.key.proof("POST", KeyBoundApp.TOKEN_ENDPOINT);
        String next = KeyBoundApp.refreshWith(app.refreshToken, proof)
                .then()
                .statusCode(200)
                .extract()
                .path("refresh_token");

        KeyBoundApp.refreshWith(next, proof).then().statusCode(400).body("error", equalTo("invalid_dpop_proof"));
        app.refresh(next).then().statusCode(200);
    }

    // --- between services ---

    @Test
    void aServiceThatActsForTheUserGetsATokenThatIsNotBoundToTheUsersKey() throws Exception {
        var app = signedIn();

        String token = new TestClient("loan-service")
                .exchange(app.accessToken, "repayment-service")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .extract()
                .path("access_token");
        var claims = JourneyTest.read(token, "at+jwt", "repayment-service");
        assertEquals(app.person.id.toString(), claims.getSubject());
        assertFalse(claims.hasClaim("cnf"));
    }

    @Test
    void anAgencysTokenIsBoundToItsKeyAsWell() throws Exception {
        var agency = new TestClient("demo-agency");
        var key = ProofKey.es256();

        String token = given().header("DPoP", key.proof("POST", KeyBoundApp.TOKEN_ENDPOINT))
                .formParam("grant_type", "client_credentials")
                .formParam("client_assertion_type", TestClient.ASSERTION_TYPE)
                .formParam("client_assertion", agency.assertion(claims -> {}))
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("DPoP"))
                .extract()
                .path("access_token");
        assertEquals(key.thumbprint(), keyOf(token));
    }

    @Test
    void theMetadataSayWhatProofsAreSignedWith() {
        for (String document : List.of("openid-configuration", "oauth-authorization-server")) {
            given().get("/.well-known/" + document)
                    .then()
                    .statusCode(200)
                    .body("dpop_signing_alg_values_supported", contains("ES256", "EdDSA"));
        }
    }
}
