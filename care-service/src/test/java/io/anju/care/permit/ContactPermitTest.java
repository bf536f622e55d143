package io.anju.care.permit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

/** A permit for whom the customer agreed to, a reasoned refusal for everybody else; both recorded. */
@QuarkusTest
class ContactPermitTest extends PermitTestBase {

    @Test
    void permitsWhatTheCustomerAgreedTo() {
        String id = ask(MARKETING, "CALL", tomorrowAt(10))
                .statusCode(201)
                .body("relayNumber", notNullValue())
                .body("validUntil", notNullValue())
                .extract()
                .path("id");

        var told = neighbours.awaitEvent("anju.contact.permitted.v1", id);
        assertEquals(customer.toString(), told.path("customerId").asText());
        assertEquals(agency, told.path("agency").asText());
    }

    @Test
    void signsThePermitWithAPublishedKey() throws Exception {
        String permit = ask(MARKETING, "CALL", tomorrowAt(10)).extract().path("permit");

        var claims = relay().process(permit).getJwtClaims();

        assertEquals(reference, claims.getSubject());
        assertEquals(agency, claims.getStringClaimValue("client_id"));
        assertTrue(claims.toJson().indexOf(customer.toString()) < 0, "names the customer by reference only");
    }

    @Test
    void refusesAForgedPermit() throws Exception {
        String permit = ask(MARKETING, "CALL", tomorrowAt(10)).extract().path("permit");
        var parts = permit.split("\\.");
        var forged = parts[0] + "." + parts[1].substring(0, 10) + "A" + parts[1].substring(11) + "." + parts[2];

        assertThrows(Exception.class, () -> relay().process(forged));
    }

    @Test
    void refusesWithoutConsentAndTellsOfIt() {
        ask(MARKETING, "SMS", tomorrowAt(10))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("NO_CONSENT"))
                .body("lack", equalTo("NEVER_GIVEN"));

        var id = sql("select id from contact_decision where customer_id = $1", customer)
                .iterator()
                .next()
                .getUUID(0);
        var told = neighbours.awaitEvent("anju.contact.refused.v1", id.toString());
        assertEquals("NO_CONSENT", told.path("code").asText());
        assertTrue(RestAssured.get("/q/metrics").asString().contains("anju_permits_refused_total{code=\"NO_CONSENT\""));
    }

    @Test
    void stopsFromTheMomentAWithdrawalIsHeard() {
        consent(false);

        ask(MARKETING, "CALL", tomorrowAt(10)).statusCode(403).body("lack", equalTo("WITHDRAWN"));
    }

    @Test
    void keepsQuietHours() {
        ask(MARKETING, "CALL", tomorrowAt(21)).statusCode(403).body("code", equalTo("QUIET_HOURS"));
        ask(COLLECTION, "CALL", tomorrowAt(21)).statusCode(201);
    }

    @Test
    void stopsAtTheCap() {
        ask(MARKETING, "CALL", tomorrowAt(10)).statusCode(201);

        ask(MARKETING, "CALL", tomorrowAt(15))
                .statusCode(403)
                .body("code", equalTo("CAP_REACHED"))
                .body("most", equalTo(1))
                .body("days", equalTo(1));
    }

    @Test
    void answersARepeatedRequestWithTheSamePermit() {
        var body =
                "{\"customer\":\"%s\",\"purpose\":\"MARKETING\",\"channel\":\"CALL\",\"campaign\":\"autumn\",\"plannedAt\":\"%s\"}"
                        .formatted(reference, tomorrowAt(10));
        var request = with(neighbours.tokens().agency(agency)).body(body);

        String first = request.post(PERMITS).then().statusCode(201).extract().path("permit");

        request.post(PERMITS).then().statusCode(201).body("permit", equalTo(first));
    }

    @Test
    void knowsNoReferenceOfAnotherAgency() {
        var other = "agency-" + UUID.randomUUID();
        vettedAgency(other);

        ask(other, reference, MARKETING, "CALL", tomorrowAt(10)).statusCode(404);
    }

    @Test
    void knowsNoReferenceOfAnotherCampaign() {
        askFor("spring", agency, reference, MARKETING, "CALL", tomorrowAt(10)).statusCode(404);
        askFor("spring", agency, reference, COLLECTION, "CALL", tomorrowAt(10)).statusCode(404);

        ask(MARKETING, "CALL", tomorrowAt(10)).statusCode(201);
    }

    @Test
    void refusesASuspendedAgency() {
        asStaff(UUID.randomUUID(), "compliance")
                .body("{\"reason\":\"too many complaints\"}")
                .post("/api/v1/staff/agencies/" + agencyId + "/suspension")
                .then()
                .statusCode(200)
                .body("state", equalTo("SUSPENDED"));

        ask(MARKETING, "CALL", tomorrowAt(10))
                .statusCode(403)
                .body("code", equalTo("AGENCY_NOT_IN_STANDING"))
                .body("reason", equalTo("SUSPENDED"));
    }

    @Test
    void knowsNoReferenceOnceTheCustomerIsGone() {
        ask(MARKETING, "CALL", tomorrowAt(10)).statusCode(201);

        told("identity-service", "anju.customer.erased.v1", "");

        ask(COLLECTION, "CALL", tomorrowAt(10)).statusCode(404);
    }

    @Test
    void doesNotPlanFarAhead() {
        ask(MARKETING, "CALL", "2099-01-01T10:00:00+08:00")
                .statusCode(400)
                .body("fields[0].field", equalTo("plannedAt"));
    }

    @Test
    void isForAgencies() {
        asCustomer().body("{}").post(PERMITS).then().statusCode(403);
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post(PERMITS)
                .then()
                .statusCode(401);
    }

    @Test
    void showsTheCustomerEveryContactAskedFor() {
        ask(MARKETING, "CALL", tomorrowAt(10)).statusCode(201);
        ask(MARKETING, "CALL", tomorrowAt(21)).statusCode(403);

        asCustomer()
                .get("/api/v1/me/contacts")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.decision", contains("REFUSED", "PERMITTED"))
                .body("items[0].reasons", contains("QUIET_HOURS", "CAP_REACHED"))
                .body("items[1].agency", equalTo("Calls & Co."));
    }

    @Test
    void theDatabaseRefusesToChangeARecordedDecision() {
        ask(MARKETING, "CALL", tomorrowAt(10)).statusCode(201);

        assertThrows(
                Exception.class, () -> sql("update contact_decision set codes = '' where customer_id = $1", customer));
    }

    private static JwtConsumer relay() throws Exception {
        var keys = RestAssured.get("/api/v1/agency/contact-permit-keys").asString();
        assertTrue(!keys.contains("\"d\""), "public halves only");
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setExpectedIssuer("care-service")
                .setExpectedAudience("contact-relay")
                .setExpectedType(true, "contact-permit+jwt")
                .setAllowedClockSkewInSeconds(3 * 24 * 3600)
                .build();
    }
}
