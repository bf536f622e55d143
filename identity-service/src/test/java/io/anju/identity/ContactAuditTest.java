package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What care-service tells of contacts and complaints. */
@QuarkusTest
class ContactAuditTest extends IdentityTestBase {

    @Test
    void aPermittedContactShowsAmongThoseWhoUsedTheCustomersData() {
        var customer = person().registered();

        tell("anju.contact.permitted.v1", customer.id, "PERMITTED");

        customer.request()
                .get("/api/v1/me/access-records")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reader", equalTo("demo-agency"))
                .body("items[0].readerKind", equalTo("AGENCY"));
    }

    @Test
    void aRefusedContactIsKeptAndUsesNothing() {
        var customer = person().registered();

        tell("anju.contact.refused.v1", customer.id, "NO_CONSENT");

        assertEquals(1, count("SELECT count(*) FROM contact_audit WHERE customer_id = $1", customer.id));
        customer.request().get("/api/v1/me/access-records").then().body("items", hasSize(0));
    }

    @Test
    void howAContactWentIsKept() {
        var customer = person().registered();

        tell("anju.contact.made.v1", customer.id, "NO_ANSWER");

        assertEquals(
                1,
                count("SELECT count(*) FROM contact_audit WHERE customer_id = $1 AND code = 'NO_ANSWER'", customer.id));
        customer.request().get("/api/v1/me/access-records").then().body("items", hasSize(0));
    }

    @Test
    void complaintsAndTheirAnswersAreKept() {
        var customer = person().registered();
        var complaint = UUID.randomUUID();

        tell("anju.complaint.opened.v1", customer.id, Map.of("complaintId", complaint, "about", "CONTACT"));
        tell("anju.complaint.answered.v1", customer.id, Map.of("complaintId", complaint, "outcome", "UPHELD"));

        assertEquals(2, count("SELECT count(*) FROM complaint_audit WHERE complaint_id = $1", complaint));
    }

    private static void tell(String type, UUID customer, String code) {
        tell(
                type,
                customer,
                Map.of(
                        "permitId",
                        UUID.randomUUID(),
                        "agency",
                        "demo-agency",
                        "purpose",
                        "MARKETING",
                        "channel",
                        "CALL",
                        "code",
                        code));
    }

    private static void tell(String type, UUID customer, Map<String, ?> fact) {
        var data = new HashMap<String, Object>(fact);
        data.put("customerId", customer);
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(new TestClient("care-service").token("identity-service"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID(),
                        "source",
                        "/care-service",
                        "type",
                        type,
                        "subject",
                        customer,
                        "time",
                        "2026-11-22T02:00:00Z",
                        "data",
                        data))
                .post("/internal/events")
                .then()
                .statusCode(204);
    }
}
