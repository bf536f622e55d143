package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A compliance officer holds a customer's data back. */
@QuarkusTest
class LegalHoldTest extends IdentityTestBase {

    private static final String HOLDS = "/api/v1/staff/legal-holds";
    private static final String ERASURE = "/api/v1/me/erasure";

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    private Response place(String token, UUID customer) {
        return as(token)
                .body(Map.of("customer", customer, "reference", "2026-0117"))
                .post(HOLDS);
    }

    private Response erase(TestPerson customer) {
        return customer.request()
                .header("Verification-Token", customer.verify("privacy.erase", ERASURE, "identity-service", ""))
                .header("Idempotency-Key", UUID.randomUUID())
                .post(ERASURE);
    }

    @Test
    void standsInTheWayUntilItIsLifted() {
        var customer = person().bound();
        neighbours.answer("/internal/customers/" + customer.id + "/ties", "{\"ties\":[]}");
        String officer = TestStaff.member(outside.url(), "lu-code").accessToken;
        String hold =
                place(officer, customer.id).then().statusCode(201).extract().path("id");

        erase(customer).then().statusCode(409).body("code", equalTo("ERASURE_LEGAL_HOLD"));
        as(officer).delete(HOLDS + "/" + hold).then().statusCode(204);
        as(officer).delete(HOLDS + "/" + hold).then().statusCode(404);

        erase(customer).then().statusCode(201);
        place(officer, customer.id).then().statusCode(404);
        assertEquals(
                1,
                count("SELECT count(*) FROM legal_hold WHERE customer_id = $1 AND lifted_by IS NOT NULL", customer.id));
    }

    @Test
    void isNotForCustomersToPlace() {
        var customer = person().registered();

        place(customer.accessToken, customer.id).then().statusCode(403);
    }
}
