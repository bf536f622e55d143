package io.anju.identity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

/** Tokens of people, and the ways in which others try to make their own. */
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

    static String encode(String json) {
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
