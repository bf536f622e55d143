package io.anju.care.permit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay connects a contact once, within its window, and only if nothing has changed since. */
@QuarkusTest
class RedemptionTest extends PermitTestBase {

    private String permit;

    /** Contact at any hour, so that a permit can be used in the moment of the test. */
    @BeforeEach
    void permitForNow() {
        sql("update contact_purpose_policy set allowed_from = '00:00', allowed_until = '23:59:59.999'"
                + " where purpose = 'COLLECTION'");
        permit = ask(COLLECTION, "CALL", Instant.now().toString())
                .statusCode(201)
                .extract()
                .path("permit");
    }

    @Test
    void doesNotConnectOnceTheCustomerIsGone() {
        told("identity-service", "anju.customer.erased.v1", "");

        redeem("contact-relay", permit, "first").statusCode(403).body("code", equalTo("CUSTOMER_GONE"));
    }

    @Test
    void connectsOnce() {
        redeem("contact-relay", permit, "first").statusCode(200).body("phone", equalTo(customer.toString()));

        redeem("contact-relay", permit, "second").statusCode(409).body("code", equalTo("PERMIT_USED"));
    }

    @Test
    void takesTheSameRequestSentAgainAsTheSameUse() {
        redeem("contact-relay", permit, "first").statusCode(200);

        redeem("contact-relay", permit, "first").statusCode(200).body("phone", equalTo(customer.toString()));
    }

    @Test
    void connectsOnceHoweverManyTryInTheSameMoment() throws Exception {
        Callable<Integer> use =
                () -> redeem("contact-relay", permit, UUID.randomUUID().toString())
                        .extract()
                        .statusCode();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var connected = threads
                    .invokeAll(Stream.generate(() -> use).limit(8).toList())
                    .stream()
                    .map(Future::resultNow)
                    .filter(status -> status == 200)
                    .count();
            assertEquals(1, connected);
        }
    }

    @Test
    void doesNotConnectOnceTheCustomerHasComplained() {
        asCustomer()
                .body("{\"about\":\"SERVICE\",\"text\":\"x\"}")
                .post("/api/v1/complaints")
                .then()
                .statusCode(201);

        redeem("contact-relay", permit, "first").statusCode(403).body("code", equalTo("COMPLAINT_OPEN"));
    }

    @Test
    void doesNotConnectOnceTheCustomerRefuses() {
        asCustomer()
                .body("{\"purpose\":\"COLLECTION\",\"channel\":\"CALL\"}")
                .post("/api/v1/me/contacts/refusals")
                .then()
                .statusCode(204);

        redeem("contact-relay", permit, "first").statusCode(403).body("code", equalTo("DO_NOT_CONTACT"));
    }

    @Test
    void doesNotConnectBeforeTheWindowOpens() {
        String later =
                ask(MARKETING, "CALL", tomorrowAt(10)).statusCode(201).extract().path("permit");

        redeem("contact-relay", later, "first").statusCode(403).body("code", equalTo("PERMIT_NOT_VALID_NOW"));
    }

    @Test
    void connectsNothingThatIsNoPermit() {
        redeem("contact-relay", "no.such.permit", "first").statusCode(422).body("code", equalTo("PERMIT_INVALID"));
        redeem("contact-relay", neighbours.tokens().agency(agency), "first").statusCode(422);
    }

    @Test
    void connectsForTheRelayAlone() {
        redeem("loan-service", permit, "first").statusCode(403);
        with(neighbours.tokens().agency(agency))
                .body("{\"permit\":\"%s\"}".formatted(permit))
                .post("/internal/contact-redemptions")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse redeem(String service, String permit, String key) {
        return given().auth()
                .oauth2(neighbours.tokens().service(service, "care-service"))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body("{\"permit\":\"%s\"}".formatted(permit))
                .post("/internal/contact-redemptions")
                .then();
    }
}
