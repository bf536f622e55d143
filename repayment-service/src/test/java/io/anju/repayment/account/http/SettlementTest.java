package io.anju.repayment.account.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A settlement figure beyond the day on which the rate is fixed anew says that it is an estimate. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class SettlementTest {

    Neighbours neighbours;
    Outside outside;

    @Test
    void saysFromWhichDayTheRateIsNotKnown() {
        Bank bank = new Bank(neighbours, outside);
        UUID borrower = UUID.randomUUID();
        bank.today("2026-12-22");
        bank.publishLpr("2026-12-21", "0.0350");
        UUID loan = bank.lend(borrower, "2026-12-22", "2027-01-22", "0.0000");

        // Ten days of 1,000,000.00 at 3.5 %: 972.22. The last day does not count, so that 1 January's rate does not
        // either.
        on(bank, borrower, loan, "2027-01-01")
                .body("interest", equalTo(97_222))
                .body("estimate", equalTo(false))
                .body("reason", nullValue());
        on(bank, borrower, loan, "2027-01-02")
                .body("estimate", equalTo(true))
                .body("reason", equalTo("RATE_NOT_FIXED"))
                .body("rateFixedOn", equalTo("2027-01-01"));

        bank.today("2027-01-01");
        bank.run("2027-01-01");
        on(bank, borrower, loan, "2027-01-02").body("estimate", equalTo(false)).body("rateFixedOn", nullValue());
    }

    private static ValidatableResponse on(Bank bank, UUID borrower, UUID loan, String date) {
        return bank.get(borrower, "/api/v1/loans/" + loan + "/settlement?date=" + date)
                .then()
                .statusCode(200);
    }
}
