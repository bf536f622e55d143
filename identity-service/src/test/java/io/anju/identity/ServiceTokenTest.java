package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of services and agencies: for whom they are, and what is no proof of being one. */
@QuarkusTest
class ServiceTokenTest extends IdentityTestBase {

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
            invalid(client.ask(TokenTest.encode(header) + "." + parts[1] + "." + signature, "care-service"));
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

        invalid(client.ask(header + "." + TokenTest.encode(payload) + "." + "A".repeat(86), "care-service"));
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
}
