package io.anju.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, and the ways in which people try to make their own. */
@QuarkusTest
class TokenTest extends IdentityTestBase {

    @Test
    void rotatesRefreshTokens() {
        var customer = person().registered();
        String first = customer.refreshToken;
        customer.refresh();

        assertNotEquals(first, customer.refreshToken);
        customer.request().get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void givesALostAnswerAgainWithinTheGrace() {
        var customer = person().registered();
        String shown = customer.refreshToken;
        String successor = customer.refreshWith(shown).path("refresh_token");

        assertEquals(
                successor,
                customer.refreshWith(shown).then().statusCode(200).extract().path("refresh_token"));
        customer.refreshWith(successor).then().statusCode(200);
    }

    @Test
    void endsTheSessionWhenAnOlderTokenComesBack() {
        var customer = person().registered();
        String stolen = customer.refreshToken;
        customer.refresh();
        customer.refresh();

        customer.refreshWith(stolen).then().statusCode(400).body("error", equalTo("invalid_grant"));
        customer.refreshWith(customer.refreshToken).then().statusCode(400).body("error", equalTo("invalid_grant"));
    }

    @Test
    void endsTheSessionWhenTheGraceIsOver() {
        var customer = person().registered();
        String shown = customer.refreshToken;
        customer.refresh();
        sql(
                "UPDATE refresh_token SET superseded_at = superseded_at - interval '11 seconds' WHERE session_id IN (SELECT id FROM session WHERE person_id = $1)",
                customer.id);

        customer.refreshWith(shown).then().statusCode(400);
        customer.refreshWith(customer.refreshToken).then().statusCode(400);
    }

    @Test
    void revokesQuietly() {
        var customer = person().registered();
        given().formParam("token", customer.refreshToken)
                .post("/oauth2/revoke")
                .then()
                .statusCode(200);

        customer.refreshWith(customer.refreshToken).then().statusCode(400);
        given().formParam("token", "unknown").post("/oauth2/revoke").then().statusCode(200);
    }

    @Test
    void keepsNoTokenInClear() {
        var customer = person().registered();

        assertEquals(
                0,
                count(
                        "SELECT count(*) FROM refresh_token WHERE token_hash = convert_to($1, 'UTF8')",
                        customer.refreshToken));
    }

    @Test
    void givesAServiceATokenForOneAudience() throws Exception {
        String token = new TestClient("loan-service").token("identity-service");

        JwtClaims claims = JourneyTest.read(token, "at+jwt", "identity-service");
        assertEquals("loan-service", claims.getSubject());
        assertEquals(List.of("service"), claims.getStringListClaimValue("roles"));
    }

    @Test
    void takesAnAssertionOnce() {
        var client = new TestClient("loan-service");
        String assertion = client.assertion(claims -> {});
        client.ask(assertion, "care-service").then().statusCode(200);

        client.ask(assertion, "care-service").then().statusCode(401).body("error", equalTo("invalid_client"));
    }

    @Test
    void refusesAssertionsThatDoNotStandUp() {
        var client = new TestClient("contract-service");

        invalid(client.ask(client.assertion(c -> c.setAudience("https://elsewhere.example")), "care-service"));
        invalid(client.ask(client.assertion(c -> c.setIssuer("loan-service")), "care-service"));
        invalid(client.ask(client.assertion(c -> c.setSubject("nobody")), "care-service"));
        invalid(client.ask(client.assertion(c -> c.unsetClaim("jti")), "care-service"));
        invalid(client.ask(
                client.assertion(c -> c.setExpirationTime(NumericDate.fromMilliseconds(1))), "care-service"));
        client.ask(client.assertion(c -> {}), "care-service").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"ES256\",\"kid\":7}",
                "{\"alg\":7}",
                "{}",
                "[]",
                "no json"
            })
    void refusesAssertionsUnderAnyOtherHeader(String header) {
        var client = new TestClient("contract-service");
        String[] parts = client.assertion(c -> {}).split("\\.");

        for (String signature : List.of("", parts[2], "A".repeat(86))) {
            invalid(client.ask(encode(header) + "." + parts[1] + "." + signature, "care-service"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":7}",
                "{\"sub\":{}}",
                "{\"sub\":\"../contract-service\"}",
                "{\"sub\":\"\"}",
                "{}",
                "[]",
                "7",
                "no json"
            })
    void refusesAssertionsThatNameNobody(String payload) {
        var client = new TestClient("contract-service");
        String header = client.assertion(c -> {}).split("\\.")[0];

        invalid(client.ask(header + "." + encode(payload) + "." + "A".repeat(86), "care-service"));
        invalid(client.ask("not even a token", "care-service"));
        invalid(client.ask("a".repeat(9_000), "care-service"));
    }

    private static void invalid(Response answer) {
        assertEquals(true, answer.statusCode() == 401 || answer.statusCode() == 429, answer.asString());
    }

    @Test
    void anAgencyGetsATokenForThePublicApiOnly() {
        var agency = new TestClient("demo-agency");

        agency.ask(agency.assertion(c -> {}), "anju-api").then().statusCode(200);
        agency.ask(agency.assertion(c -> {}), "loan-service")
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_target"));
        agency.exchange(person().registered().accessToken, "care-service")
                .then()
                .statusCode(400)
                .body("error", equalTo("unauthorized_client"));
    }

    @Test
    void theRelayGetsATokenForTheServiceThatKnowsPermitsOnly() throws Exception {
        var relay = new TestClient("contact-relay");

        JwtClaims claims = JourneyTest.read(relay.token("care-service"), "at+jwt", "care-service");
        assertEquals("contact-relay", claims.getSubject());
        assertEquals(List.of("service"), claims.getStringListClaimValue("roles"));
        for (String other : List.of("identity-service", "anju-api")) {
            relay.ask(relay.assertion(c -> {}), other).then().statusCode(400).body("error", equalTo("invalid_target"));
        }
        relay.exchange(person().registered().accessToken, "care-service")
                .then()
                .statusCode(400)
                .body("error", equalTo("unauthorized_client"));
    }

    @Test
    void aServiceActsForAUser() throws Exception {
        var customer = person().registered();
        String token = new TestClient("loan-service")
                .exchange(customer.accessToken, "repayment-service")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");

        JwtClaims claims = JourneyTest.read(token, "at+jwt", "repayment-service");
        assertEquals(customer.id.toString(), claims.getSubject());
        assertEquals("{sub=loan-service}", claims.getClaimValue("act").toString());
    }

    @Test
    void aServiceThatActsForAUserDoesNoneOfTheirActs() {
        var customer = person().verified();
        String token = new TestClient("loan-service")
                .exchange(customer.accessToken, "identity-service")
                .path("access_token");
        var consent = Map.of("purpose", "CREDIT_CHECK", "decision", "GRANTED");

        turnedAway(acting(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(consent)
                .post("/api/v1/me/consents"));
        turnedAway(acting(token).get("/api/v1/me"));
        turnedAway(acting(token).delete("/api/v1/me/sessions"));
        turnedAway(acting(token).body(Map.of()).post("/api/v1/verifications"));
        turnedAway(acting(token).body(Map.of()).post("/api/v1/passkeys/options"));
        customer.request().get("/api/v1/me").then().statusCode(200);
    }

    private static RequestSpecification acting(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static void turnedAway(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("ROLE_MISSING"));
    }

    @Test
    void aTokenOnBehalfOfAUserEndsWithTheirs() throws Exception {
        var customer = person().registered();
        var theirs = JourneyTest.read(customer.accessToken, "at+jwt", "anju-api");
        Awaitility.await()
                .until(() -> NumericDate.now().getValue() > theirs.getIssuedAt().getValue());

        var answer = new TestClient("loan-service").exchange(customer.accessToken, "repayment-service");

        var claims = JourneyTest.read(answer.path("access_token"), "at+jwt", "repayment-service");
        assertEquals(theirs.getExpirationTime(), claims.getExpirationTime());
        assertTrue(answer.<Integer>path("expires_in") < 600);
    }

    @Test
    void refusesUnknownGrantsInTheStandardsWords() {
        given().formParam("grant_type", "password")
                .post("/oauth2/token")
                .then()
                .statusCode(400)
                .header("Cache-Control", "no-store")
                .body("error", equalTo("unsupported_grant_type"));
    }

    @Test
    void refusesForgedAccessTokens() throws Exception {
        var customer = person().registered();
        String[] parts = customer.accessToken.split("\\.");
        String none = encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".";
        var altered = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
        altered.put("roles", List.of("admin"));
        String tampered = parts[0] + "." + encode(altered.encode()) + "." + parts[2];

        unauthorized(none);
        unauthorized(tampered);
        unauthorized(signedWithPublicKeyAsSecret(parts[1]));
        unauthorized(signedWithAnotherKeyUnderOurKid(parts));
        customer.request().get("/api/v1/me").then().statusCode(200);
    }

    /** "HS confusion": an HMAC whose secret is the published key. */
    private static String signedWithPublicKeyAsSecret(String payload) throws Exception {
        String key = given().get("/.well-known/jwks.json").asString();
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("HS256");
        jws.setHeader("typ", "at+jwt");
        jws.setHeader("kid", (String) given().get("/.well-known/jwks.json").path("keys[0].kid"));
        jws.setPayload(new String(Base64.getUrlDecoder().decode(payload), UTF_8));
        jws.setKey(new HmacKey(key.getBytes(UTF_8)));
        return jws.getCompactSerialization();
    }

    private static String signedWithAnotherKeyUnderOurKid(String[] parts) throws Exception {
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("ES256");
        jws.setHeader("typ", "at+jwt");
        jws.setKeyIdHeaderValue(
                new JsonObject(new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8)).getString("kid"));
        jws.setPayload(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
        jws.setKey(EcJwkGenerator.generateJwk(EllipticCurves.P256).getPrivateKey());
        return jws.getCompactSerialization();
    }

    @Test
    void aVerificationTokenIsNoAccessToken() {
        var customer = person().bound();
        String token =
                customer.verify("contract.sign", "/api/v1/contracts/" + UUID.randomUUID(), "contract-service", "{}");

        unauthorized(token);
    }

    @Test
    void aCustomersTokenOpensNoInternalDoor() {
        var customer = person().registered();

        customer.request()
                .get("/internal/customers/" + customer.id + "/party?purpose=CONTRACT")
                .then()
                .statusCode(403);
    }

    private static void unauthorized(String token) {
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(401);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    @Test
    void publishesWhereThingsAre() {
        for (String document : List.of("openid-configuration", "oauth-authorization-server")) {
            given().get("/.well-known/" + document)
                    .then()
                    .statusCode(200)
                    .body("issuer", equalTo(TestClient.ISSUER))
                    .body("token_endpoint", equalTo(TestClient.ISSUER + "/oauth2/token"))
                    .body("token_endpoint_auth_methods_supported", hasItem("private_key_jwt"));
        }
    }
}
