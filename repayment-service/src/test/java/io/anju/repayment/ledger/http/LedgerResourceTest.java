package io.anju.repayment.ledger.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.journey.Bank;
import io.anju.repayment.ledger.DayClosing;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class LedgerResourceTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    DayClosing closing;

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
        bank.today("2026-11-22");
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
    void closesADayAndSaysWhetherItsDigestStillHolds() {
        var bank = new Bank(neighbours, outside);
        bank.today("2025-03-04");
        UUID loan = bank.lend(UUID.randomUUID(), "2025-03-04", "2025-04-04", "0.0000");

        closing.closeThrough(LocalDate.of(2025, 3, 4)).await().indefinitely();

        var told = neighbours.awaitEvent("anju.ledger.digest.v1", "ledger");
        auditor()
                .get("/api/v1/staff/ledger/digests/2025-03-04")
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(true))
                .body("stored.debit", equalTo(100_000_000))
                .body("stored.sha256", equalTo(told.path("sha256").asText()));
        auditor().get("/api/v1/staff/ledger/digests").then().statusCode(200).body("items.date", hasItems("2025-03-04"));
        auditor().get("/api/v1/staff/ledger/digests/2025-03-05").then().statusCode(404);
        auditor()
                .get("/api/v1/staff/ledger/loans/" + loan + "/transfers")
                .then()
                .statusCode(200)
                .body("items.amount", equalTo(List.of(100_000_000)));
    }

    private RequestSpecification auditor() {
        return given().auth().oauth2(neighbours.tokens().staff(UUID.randomUUID(), "auditor"));
    }

    @Test
    void isClosedToStrangers() {
        given().get("/api/v1/staff/ledger/trial-balance").then().statusCode(401);
    }
}
