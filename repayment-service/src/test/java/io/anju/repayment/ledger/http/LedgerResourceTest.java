package io.anju.repayment.ledger.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class LedgerResourceTest {

    Neighbours neighbours;

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
