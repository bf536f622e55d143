package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentOverHttpTest extends IdentityTestBase {

    @Test
    void grantsPerChannelAndTellsTheOthers() {
        var customer = person().registered();
        String receipt = decide(customer, Map.of("purpose", "MARKETING", "channel", "SMS", "decision", "GRANTED"))
                .then()
                .statusCode(201)
                .extract()
                .path("receiptId");

        var told = neighbours.awaitEvent("anju.customer.consent-changed.v1", customer.id.toString());
        assertEquals(receipt, told.path("receiptId").asText());
        standing(customer, "MARKETING", "SMS", true);
        standing(customer, "MARKETING", "CALL", false);
    }

    @Test
    void withdrawsAsEasilyAndReceiptsIt() {
        var customer = person().registered();
        decide(customer, Map.of("purpose", "CREDIT_CHECK", "decision", "GRANTED"))
                .then()
                .statusCode(201);

        customer.request()
                .delete("/api/v1/me/consents/CREDIT_CHECK")
                .then()
                .statusCode(200)
                .body("decision", equalTo("WITHDRAWN"));
        standing(customer, "CREDIT_CHECK", "", false);
        customer.request()
                .delete("/api/v1/me/consents/CREDIT_CHECK")
                .then()
                .statusCode(409)
                .body("code", equalTo("CONSENT_NOT_GRANTED"));
    }

    @Test
    void recordsARefusalLikeAGrant() {
        var customer = person().registered();

        decide(customer, Map.of("purpose", "ANALYTICS", "decision", "REFUSED"))
                .then()
                .statusCode(201)
                .body("decision", equalTo("REFUSED"));
        assertEquals(1, count("SELECT count(*) FROM consent WHERE customer_id = $1", customer.id));
    }

    @Test
    void asksNoConsentForWhatAContractOrALawNeeds() {
        decide(person().registered(), Map.of("purpose", "SERVICE", "decision", "REFUSED"))
                .then()
                .statusCode(409)
                .body("code", equalTo("PURPOSE_NEEDS_NO_CONSENT"));
    }

    @Test
    void bundlesNoChannels() {
        decide(person().registered(), Map.of("purpose", "MARKETING", "decision", "GRANTED"))
                .then()
                .statusCode(422)
                .body("code", equalTo("CONSENT_CHANNEL_UNKNOWN"));
    }

    @Test
    void theDatabaseItselfLetsNoDecisionBeChanged() {
        var customer = person().registered();
        decide(customer, Map.of("purpose", "ANALYTICS", "decision", "REFUSED"))
                .then()
                .statusCode(201);

        assertThrows(
                RuntimeException.class,
                () -> sql("UPDATE consent SET decision = 'GRANTED' WHERE customer_id = $1", customer.id));
    }

    private static Response decide(TestPerson person, Map<String, String> decision) {
        return person.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(decision)
                .post("/api/v1/me/consents");
    }

    private static void standing(TestPerson person, String purpose, String channel, boolean granted) {
        person.request()
                .get("/api/v1/me/consents")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.purpose == '%s' }.consents.find { it.channel == '%s' }.granted"
                                .formatted(purpose, channel),
                        equalTo(granted));
    }
}
