package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.verification.model.ActChallenge;
import io.anju.identity.verification.model.ProtectedAct;
import io.anju.kit.http.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

/** From an unknown phone to the second key for one contract, and what a stranger can check of it afterwards. */
@QuarkusTest
class JourneyTest extends IdentityTestBase {

    private static final String BODY = "{\"pdfSha256\":\"Zm9v\"}";

    @Test
    void leadsFromAPhoneToAVerificationTokenForOneContract() throws Exception {
        var customer = person().bound();
        String contract = "/api/v1/contracts/" + UUID.randomUUID();

        String token = customer.verify("contract.sign", contract, "contract-service", BODY);

        JwtClaims claims = read(token, "verification+jwt", "contract-service");
        assertEquals(customer.id.toString(), claims.getSubject());
        assertTrue(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue() <= 120);
        var detail = new JsonObject(claims.toJson())
                .getJsonArray("authorization_details")
                .getJsonObject(0);
        assertEquals("contract.sign", detail.getString("type"));
        assertEquals(contract, detail.getString("resource"));
        assertEquals(Digests.sha256(BODY), detail.getString("bodySha256"));
    }

    @Test
    void saysTheLevelInTheAccessToken() throws Exception {
        JwtClaims claims = read(person().bound().accessToken, "at+jwt", "anju-api");

        assertEquals("L3", claims.getStringClaimValue("acr"));
        assertEquals(java.util.List.of("customer"), claims.getStringListClaimValue("roles"));
        assertEquals(java.util.List.of("sms"), claims.getStringListClaimValue("amr"));
    }

    @Test
    void tellsTheOthersOfEachStep() {
        var customer = person().bound();

        String id = customer.id.toString();
        assertEquals(
                id,
                neighbours
                        .awaitEvent("anju.customer.registered.v1", id)
                        .path("customerId")
                        .asText());
        assertEquals(
                id,
                neighbours
                        .awaitEvent("anju.customer.verified.v1", id)
                        .path("customerId")
                        .asText());
    }

    @Test
    void handsTheServiceTheAssertionAsEvidenceOverTheAct() throws Exception {
        var customer = person().bound();
        String contract = "/api/v1/contracts/" + UUID.randomUUID();
        String token = customer.verify("contract.sign", contract, "contract-service", BODY);
        String jti = read(token, "verification+jwt", "contract-service").getJwtId();

        JsonPath evidence = given().auth()
                .oauth2(new TestClient("contract-service").token("identity-service"))
                .get("/internal/verifications/" + jti + "/evidence")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        String challenge = ActChallenge.of(
                evidence.getString("nonce"),
                new ProtectedAct("contract.sign", contract, Digests.sha256(BODY), "contract-service"));
        var clientData = new JsonObject(new String(
                Base64.getUrlDecoder().decode(evidence.getString("clientDataJSON")), StandardCharsets.UTF_8));
        assertEquals(challenge, clientData.getString("challenge"));
        assertEquals("webauthn.get", clientData.getString("type"));
    }

    @Test
    void keepsTheEvidenceFromOtherServices() throws Exception {
        var customer = person().bound();
        String token =
                customer.verify("contract.sign", "/api/v1/contracts/" + UUID.randomUUID(), "contract-service", BODY);
        String jti = read(token, "verification+jwt", "contract-service").getJwtId();

        given().auth()
                .oauth2(new TestClient("loan-service").token("identity-service"))
                .get("/internal/verifications/" + jti + "/evidence")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    static JwtClaims read(String token, String type, String audience) throws Exception {
        String keys = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setExpectedType(true, type)
                .setExpectedIssuer(true, TestClient.ISSUER)
                .setExpectedAudience(true, audience)
                .setRequireJwtId()
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
