package io.anju.repayment.disbursement;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.anju.kit.tx.Transactions;
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
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rail that carries the money late, or tells late that it did; planned were 22 November and 22 December. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class LatePayoutTest {

    private static final String START = "2026-11-22";
    private static final String FIRST_DUE = "2026-12-22";

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    @BeforeEach
    void ordered() {
        bank = new Bank(neighbours, outside);
        bank.today(START);
        // The money goes at once, so that none is left to the day of another test; the word of it comes from this one.
        rail("{\"silent\":true}");
        loan = bank.order(borrower, START, FIRST_DUE, "0.0000");
    }

    @AfterEach
    void mend() {
        rail("{}");
    }

    private void rail(String quirk) {
        given().contentType(ContentType.JSON)
                .body(quirk)
                .put(outside.url() + "/rail/accounts/" + Bank.PAYEE + "/faults")
                .then()
                .statusCode(200);
    }

    @Test
    void interestRunsFromTheDayOnWhichTheMoneyWentAndNotFromTheWordOfIt() {
        bank.today("2026-11-27");

        confirm("2026-11-25");

        view().body("startDate", equalTo("2026-11-25")).body("firstDueDate", equalTo(FIRST_DUE));
        // 27 days of 1,000,000.00 at 3.5 %: 2,625.00; the principal of a whole period stays.
        schedule().body("instalments[0].interest", equalTo(262_500)).body("instalments[0].principal", equalTo(157_378));
        statementDate("2026-11-27");
        neighbours.awaitEvent("anju.loan.disbursed.v1", loan.toString());
    }

    @Test
    void moneyThatWentOnTheDueDateOrLaterIsDueAMonthLater() {
        bank.today("2026-12-24");

        confirm("2026-12-24");

        view().body("startDate", equalTo("2026-12-24"))
                .body("firstDueDate", equalTo("2027-01-22"))
                .body("nextDueDate", equalTo("2027-01-22"))
                .body("instalmentsLeft", equalTo(360));
        // 29 days of 1,000,000.00 at 3.5 %: 2,819.44.
        schedule()
                .body("instalments[0].dueDate", equalTo("2027-01-22"))
                .body("instalments[0].interest", equalTo(281_944))
                .body("instalments[1].dueDate", equalTo("2027-02-22"));
    }

    @Test
    void withoutAValueDateTheDayOfTheWordCounts() {
        bank.today("2026-11-27");

        confirm(null);

        view().body("startDate", equalTo("2026-11-27"));
    }

    @Test
    void moneyDoesNotGoBeforeItIsOrderedNorAfterItIsToldOf() {
        bank.today("2026-11-27");

        confirm("2031-01-01");

        view().body("startDate", equalTo("2026-11-27"));
    }

    private ValidatableResponse view() {
        return bank.get(borrower, "/api/v1/loans/" + loan).then().statusCode(200);
    }

    private ValidatableResponse schedule() {
        return bank.get(borrower, "/api/v1/loans/" + loan + "/schedule").then().statusCode(200);
    }

    private void statementDate(String date) {
        bank.get(borrower, "/api/v1/loans/" + loan + "/statement").then().body("lines[0].date", equalTo(date));
    }

    private void confirm(String valueDate) {
        JsonObject told = new JsonObject()
                .put("transactionId", UUID.randomUUID().toString())
                .put("reference", reference())
                .put("kind", "PAYOUT")
                .put("state", "SUCCEEDED")
                .put("amount", 100_000_000)
                .put("valueDate", valueDate);
        given().contentType(ContentType.JSON)
                .header("X-Signature", sign(told))
                .body(told.encode())
                .post("/callbacks/rail")
                .then()
                .statusCode(204);
    }

    private String sign(JsonObject told) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(outside.callbackSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256="
                    + HexFormat.of().formatHex(mac.doFinal(told.encode().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String reference() {
        return (String) transactions
                .run(tx -> tx.select("select reference from rail_order where loan_id = $1", loan))
                .await()
                .indefinitely()
                .getFirst()[0];
    }
}
