package io.anju.repayment.payment.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instalment of 4,490.45 due on 22 December with three days of grace; a notice is typed on the 28th. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class ReceiptValueDateTest {

    private static final int INSTALMENT = 449_045;

    Neighbours neighbours;
    Outside outside;

    private final UUID teller = UUID.randomUUID();
    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    @BeforeEach
    void typedOnThe28th() {
        bank = new Bank(neighbours, outside);
        loan = bank.firstLoan(borrower);
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        bank.today("2026-12-28");
    }

    @Test
    void moneyThatCameInGraceOwesNothingForTheDaysUntilItWasTyped() {
        post(INSTALMENT, "2026-12-24")
                .statusCode(201)
                .body("date", equalTo("2026-12-28"))
                .body("valueDate", equalTo("2026-12-24"))
                .body("shares[0].penalty", equalTo(0))
                .body("shares[0].paid", equalTo(true));

        bank.awaitInstalment(borrower, loan, 1, "PAID");
        bank.get(borrower, "/api/v1/loans/" + loan + "/instalments")
                .then()
                .body("items[0].paidOn", equalTo("2026-12-24"));
        bank.get(borrower, "/api/v1/loans/" + loan + "/statement").then().body("lines[1].date", equalTo("2026-12-28"));
    }

    @Test
    void withoutADayItCountsForToday() {
        // Six days at 5.25 %: 1,573.78 → 1.38 and 2,916.67 → 2.55.
        post(INSTALMENT, null)
                .statusCode(201)
                .body("valueDate", equalTo("2026-12-28"))
                .body("shares[0].penalty", equalTo(138 + 255))
                .body("shares[0].paid", equalTo(false));
    }

    @Test
    void moneyComesNeitherBeforeTheLoanHasBegunNorAfterToday() {
        for (String day : new String[] {"2026-11-21", "2026-12-29"}) {
            post(INSTALMENT, day)
                    .statusCode(400)
                    .body("fields[0].field", equalTo("valueDate"))
                    .body("fields[0].code", equalTo("RECEIPT_DAY_NOT_POSSIBLE"));
        }
        post(INSTALMENT, "2026-11-22").statusCode(201);
    }

    @Test
    void moneyFromBeforeALaterPartIsNotChargedUntilThatPartInSilence() {
        post(1_000, null).statusCode(201);

        post(INSTALMENT, "2026-12-24")
                .statusCode(409)
                .body("code", equalTo("RECEIPT_DAY_OVERTAKEN"))
                .body("reckonedTo", equalTo("2026-12-28"));

        bank.get(borrower, "/api/v1/loans/" + loan + "/instalments").then().body("items[0].paidOn", nullValue());
    }

    @Test
    void partsCountForTheirDaysAndTheirReversalKnowsThem() {
        post(200_000, "2026-12-24").statusCode(201).body("shares[0].penalty", equalTo(0));
        // On the rest, 1,573.78 and 916.67, six days at 5.25 %: 1.38 and 0.80.
        String second = post(INSTALMENT - 200_000 + 138 + 80, null)
                .statusCode(201)
                .body("shares[0].paid", equalTo(true))
                .extract()
                .path("transfer");

        given().auth()
                .oauth2(neighbours.tokens().staff(teller, "loan-officer"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(new JsonObject()
                        .put("transfer", second)
                        .put("cause", "WRONG_AMOUNT")
                        .put("reason", "the counter's list of the day")
                        .encode())
                .post("/api/v1/staff/loans/" + loan + "/payment-reversals")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse post(long amount, String valueDate) {
        String path = "/api/v1/staff/loans/" + loan;
        String body = new JsonObject()
                .put("notice", UUID.randomUUID().toString())
                .put("amount", amount)
                .put("valueDate", valueDate)
                .encode();
        return given().auth()
                .oauth2(neighbours.tokens().staff(teller, "teller"))
                .header("Idempotency-Key", UUID.randomUUID())
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(teller, "repayment-service", "receipt.post", path, body))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path + "/receipts")
                .then();
    }
}
