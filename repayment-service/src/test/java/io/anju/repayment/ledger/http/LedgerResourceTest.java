package io.anju.repayment.ledger.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class LedgerResourceTest {

    Neighbours neighbours;
    Outside outside;

    @Test
    void showsStaffBooksThatBalance() {
        given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "auditor"))
                .get("/api/v1/staff/ledger/trial-balance")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true))
                .body("accounts.account", hasItems("RAIL_CLEARING", "INTEREST_INCOME"));
    }

    @Test
    void tellsTheBorrowerWhoLookedAtWhatWasPosted() {
        var bank = new Bank(neighbours, outside);
        var customer = UUID.randomUUID();
        var auditor = UUID.randomUUID();
        UUID loan = bank.lend(customer, "2026-11-22", "2026-12-22", "0.0000");

        given().auth()
                .oauth2(neighbours.tokens().staff(auditor, "auditor"))
                .queryParam("limit", 1)
                .get("/api/v1/staff/ledger/loans/" + loan + "/transfers")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));

        var told = neighbours.awaitEvent("anju.customer.data-read.v1", customer.toString());
        assertEquals(auditor.toString(), told.path("reader").asText());
        assertEquals("ACCOUNTING", told.path("purpose").asText());
    }

    @Test
    void isClosedToCustomers() {
        given().auth()
                .oauth2(neighbours.tokens().customer(UUID.randomUUID()))
                .get("/api/v1/staff/ledger/trial-balance")
                .then()
                .statusCode(403)
                .body("code", equalTo("ROLE_MISSING"));
    }

    @Test
    void isClosedToStrangers() {
        given().get("/api/v1/staff/ledger/trial-balance").then().statusCode(401);
    }
}
