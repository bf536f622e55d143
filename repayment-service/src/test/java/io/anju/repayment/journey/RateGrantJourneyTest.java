package io.anju.repayment.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.change.Changes;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What officers granted is offered anew until the grant ends. */
@QuarkusTest
@TestProfile(AmendedLoanJourneyTest.Alone.class)
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class RateGrantJourneyTest extends RateRequestTestBase {

    @Inject
    Transactions transactions;

    @Inject
    Changes changes;

    @Test
    void aGrantedOfferThatHasLapsedIsMadeAnewOnTheSameGrant() {
        String request = grant();
        String lapsed = own(request)
                .body("grantedUntil", equalTo("2026-12-22"))
                .body("offer.validUntil", equalTo("2026-11-29"))
                .extract()
                .path("quote");
        bank.today("2026-12-01");
        wantToTake(lapsed)
                .statusCode(409)
                .body("code", equalTo("CHANGE_QUOTE_EXPIRED"))
                .body("fresh.validUntil", equalTo("2026-12-08"));

        JsonPath anew = own(request)
                .body("state", equalTo("APPROVED"))
                .body("offer.validUntil", equalTo("2026-12-08"))
                .body("offer.annualRate", equalTo("0.0336"))
                .extract()
                .jsonPath();
        assertNotEquals(lapsed, anew.getString("quote"));
        // It lapses as well, and so on.
        bank.today("2026-12-10");
        String newest =
                wantToTake(anew.getString("quote")).statusCode(409).extract().path("fresh.id");
        assertEquals(newest, own(request).extract().path("quote"));
        assertFalse(isUsed(request));
        sealed(take(newest));
        assertEquals("0.0336", rate());
        // A grant is used once, by whichever of its offers.
        assertTrue(isUsed(request));
        wantToTake(lapsed).statusCode(409).body("fresh", nullValue());
    }

    @Test
    void aGrantEndsWithItsLastDay() {
        loan = bank.order(borrower, "2026-11-22", "2027-01-10", "0.0000", 1).getLast();
        bank.awaitPayout(borrower, loan);
        String request = grant();
        String lapsed = own(request).extract().path("quote");
        bank.publishLpr("2026-12-21", "0.0350");

        bank.today("2026-12-22");
        String anew = wantToTake(lapsed)
                .statusCode(409)
                .body("fresh.validUntil", equalTo("2026-12-29"))
                .extract()
                .path("fresh.id");
        bank.today("2026-12-30");
        wantToTake(anew)
                .statusCode(409)
                .body("code", equalTo("CHANGE_QUOTE_EXPIRED"))
                .body("fresh", nullValue());

        own(request).body("state", equalTo("APPROVED")).body("quote", equalTo(anew));
    }

    private boolean isUsed(String request) {
        return transactions
                .run(tx -> changes.isGrantTaken(tx, loan, UUID.fromString(request)))
                .await()
                .indefinitely();
    }
}
