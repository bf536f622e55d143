package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.identity.consent.Consents;
import io.anju.kit.tx.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The catalogue: what is done with data has a ground in it, and nobody decides on words of it that they have not seen. */
@QuarkusTest
class PurposesTest extends IdentityTestBase {

    @Inject
    Consents consents;

    @Inject
    Transactions transactions;

    @Test
    void takesADecisionAboutTheWordsThatWereShownAndAboutNoOthers() {
        var customer = person().verified();
        int shown =
                customer.request().get("/api/v1/me/consents").path("items.find { it.purpose == 'ANALYTICS' }.version");

        decideOn(customer, shown + 1)
                .then()
                .statusCode(409)
                .body("code", equalTo("PURPOSE_CHANGED"))
                .body("shown", equalTo(shown + 1))
                .body("current", equalTo(shown));
        assertEquals(0, count("SELECT count(*) FROM consent WHERE customer_id = $1", customer.id));
        decideOn(customer, shown).then().statusCode(201).body("version", equalTo(shown));
    }

    private static Response decideOn(TestPerson customer, int version) {
        return customer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("purpose", "ANALYTICS", "decision", "GRANTED", "version", version))
                .post("/api/v1/me/consents");
    }

    /** Every purpose of {@code Disclosure} and of what staff read, with its ground (PIPL art. 13). */
    @Test
    void theCatalogueSaysWhyForEverythingThatIsReadOfACustomer() {
        var purposes =
                person().registered().request().get("/api/v1/me/consents").jsonPath();

        for (String purpose : List.of(
                "APPLICATION",
                "CONTRACT",
                "CARD_BINDING",
                "COLLECTION",
                "RISK_REVIEW",
                "ACCOUNT_RECOVERY",
                "SERVICE")) {
            String basis = purposes.getString("items.find { it.purpose == '" + purpose + "' }.legalBasis");
            assertEquals(purpose.equals("RISK_REVIEW") ? "LEGAL_DUTY" : "CONTRACT", basis, purpose);
        }
    }

    @Test
    void nothingIsAllowedForAPurposeThatIsNotInTheCatalogue() {
        var customer = person().registered();

        boolean allowed = transactions
                .run(tx -> consents.allows(tx, customer.id, "CURIOSITY", Optional.empty()))
                .await()
                .indefinitely();

        assertFalse(allowed);
    }
}
