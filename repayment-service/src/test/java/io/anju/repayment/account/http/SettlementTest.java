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
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
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

    @Test
    void isNotReckonedBeyondAYear() {
        Bank bank = new Bank(neighbours, outside);
        UUID borrower = UUID.randomUUID();
        bank.today("2026-11-22");
        UUID loan = bank.order(
                        borrower,
                        "2026-11-22",
                        "2026-12-22",
                        List.of(Bank.tranche(1_000_000, 1, "EQUAL_INSTALMENT", "0.0000")))
                .getFirst();
        bank.awaitPayout(borrower, loan);
        bank.today("2026-12-22");
        bank.run("2026-12-22");

        on(bank, borrower, loan, "2027-12-23");
        for (String date : List.of("2027-12-24", "+999999999-12-31")) {
            dated(borrower, "/api/v1/loans/" + loan + "/settlement", "date", date)
                    .statusCode(400)
                    .body("fields[0].field", equalTo("date"))
                    .body("fields[0].code", equalTo("DATE_TOO_FAR"));
        }
        for (String field : List.of("from", "to")) {
            dated(borrower, "/api/v1/loans/" + loan + "/statement", field, "+999999998-12-31")
                    .statusCode(400)
                    .body("fields[0].field", equalTo(field));
        }
    }

    private ValidatableResponse dated(UUID borrower, String path, String field, String date) {
        return RestAssured.given()
                .auth()
                .oauth2(neighbours.tokens().customer(borrower))
                .queryParam(field, date)
                .get(path)
                .then();
    }

    private static ValidatableResponse on(Bank bank, UUID borrower, UUID loan, String date) {
        return bank.get(borrower, "/api/v1/loans/" + loan + "/settlement?date=" + date)
                .then()
                .statusCode(200);
    }
}
