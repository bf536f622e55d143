package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.loan.Loans;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An instalment is eight days late when the borrower repays early: 4,490.45 and 5.24 for lateness (1.84 on 1,573.78 and
 * 3.40 on 2,916.67, at 5.25 % of 360), then eight days of 998,426.22 at 3.5 %: 776.55.
 */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class OverduePrepaymentTest {

    private static final int LATE = 184 + 340;
    private static final int OVERDUE = 449_045 + LATE;
    private static final int INTEREST = 77_655;
    private static final int REST = 99_842_622;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    @BeforeEach
    void late() {
        bank = new Bank(neighbours, outside);
        loan = bank.firstLoan(borrower);
        bank.today("2026-12-22");
        // No card is bound: nothing is debited, and the instalment stays unpaid.
        bank.run("2026-12-22");
        bank.today("2026-12-30");
        bank.bind(borrower);
    }

    @AfterEach
    void mend() {
        faults(new JsonObject());
    }

    @Test
    void theSettlementFigureIsWhatOneDebitSettlesToTheFen() {
        int total = OVERDUE + REST + INTEREST;
        bank.get(borrower, path() + "/settlement")
                .then()
                .body("overdue", equalTo(OVERDUE))
                .body("total", equalTo(total));

        JsonPath offer = quote(new JsonObject().put("full", true));
        assertEquals(1, offer.getInt("overdue[0].instalment"));
        assertEquals(LATE, offer.getInt("overdue[0].penalty"));
        assertEquals(291_667, offer.getInt("overdue[0].interest"));
        assertEquals(157_378, offer.getInt("overdue[0].principal"));
        assertEquals(total, offer.getInt("quotes[0].total"));
        takeAndAwait(offer.getString("quotes[0].id"));

        bank.get(borrower, path()).then().body("state", equalTo("SETTLED")).body("outstandingPrincipal", equalTo(0));
        bank.awaitInstalment(borrower, loan, 1, "PAID");
        assertEquals(total, bank.get(borrower, path() + "/statement").jsonPath().getInt("lines[-1].paid"));
        assertEquals(
                OVERDUE,
                neighbours
                        .awaitEvent("anju.instalment.paid.v1", loan.toString())
                        .path("amount")
                        .asInt());
        neighbours.awaitEvent("anju.loan.settled.v1", loan.toString());
        assertEquals((long) OVERDUE, shares());
        new StoredLoans(transactions, loans).assertReplays(loan);
    }

    @Test
    void aPartIsRepaidEarlyOnceWhatIsOverdueIsPaid() {
        JsonPath offer = quote(new JsonObject().put("amount", 20_000_000));
        String smaller = offer.getString("quotes.find { it.option == 'SMALLER_INSTALMENT' }.id");
        assertEquals(
                OVERDUE + 20_000_000 + INTEREST,
                offer.getInt("quotes.find { it.option == 'SMALLER_INSTALMENT' }.total"));
        int next = offer.getInt("quotes.find { it.option == 'SMALLER_INSTALMENT' }.outlook.nextInstalment");

        takeAndAwait(smaller);

        bank.get(borrower, path())
                .then()
                .body("state", equalTo("ACTIVE"))
                .body("outstandingPrincipal", equalTo(REST - 20_000_000))
                .body("arrears.daysOverdue", equalTo(0));
        JsonPath instalments = bank.awaitInstalment(borrower, loan, 1, "PAID");
        assertEquals(next, instalments.getInt("items[1].amount"));
        assertEquals((long) OVERDUE, shares());
        new StoredLoans(transactions, loans).assertReplays(loan);
    }

    @Test
    void isOvertakenWhenAPartOfTheBillIsPaidAndOfferedAnew() {
        String whole = quote(new JsonObject().put("full", true)).getString("quotes[0].id");
        payPart(100_000);

        take(whole)
                .then()
                .statusCode(409)
                .body("code", equalTo("QUOTE_OVERTAKEN"))
                .body("happened", contains("BILL_CHANGED"))
                .body("fresh.quotes[0].total", equalTo(OVERDUE + REST + INTEREST - 100_000));
    }

    @Test
    void isNotOfferedWhileADebitOfTheBillIsUnderWayNorPaidTwice() {
        String whole = quote(new JsonObject().put("full", true)).getString("quotes[0].id");
        faults(new JsonObject().put("delayMillis", 3_000));
        pay(new JsonObject()).then().statusCode(201);

        ask(new JsonObject().put("full", true)).then().statusCode(409).body("code", equalTo("PAYMENT_UNDER_WAY"));
        take(whole).then().statusCode(409).body("code", equalTo("PAYMENT_UNDER_WAY"));

        bank.awaitInstalment(borrower, loan, 1, "PAID");
        take(whole).then().statusCode(409).body("code", equalTo("QUOTE_OVERTAKEN"));
    }

    @Test
    void theBillIsNotPaidByHandWhileAPrepaymentPaysIt() {
        String whole = quote(new JsonObject().put("full", true)).getString("quotes[0].id");
        faults(new JsonObject().put("delayMillis", 3_000));
        String taken = take(whole).then().statusCode(201).extract().path("id");

        pay(new JsonObject()).then().statusCode(409).body("code", equalTo("PAYMENT_UNDER_WAY"));

        awaitDone(taken);
    }

    private JsonPath quote(JsonObject ask) {
        return ask(ask).then().statusCode(201).extract().jsonPath();
    }

    private Response ask(JsonObject ask) {
        return bank.post(borrower, path() + "/prepayment-quotes", ask);
    }

    private void takeAndAwait(String quote) {
        awaitDone(take(quote).then().statusCode(201).extract().path("id"));
    }

    private Response take(String quote) {
        return bank.postVerified(
                borrower, "repayment.prepay", path(), path() + "/prepayments", new JsonObject().put("quote", quote));
    }

    private void awaitDone(String prepayment) {
        Awaitility.await("the prepayment")
                .until(
                        () -> bank.get(borrower, path() + "/prepayments/" + prepayment)
                                .jsonPath()
                                .getString("state"),
                        "DONE"::equals);
    }

    private void payPart(long amount) {
        String payment = pay(new JsonObject().put("amount", amount))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Awaitility.await("the payment")
                .until(
                        () -> bank.get(borrower, path() + "/payments/" + payment)
                                .jsonPath()
                                .getString("state"),
                        "SUCCEEDED"::equals);
    }

    private Response pay(JsonObject order) {
        return bank.pay(borrower, loan, order);
    }

    /** Fen that are written down as paid of the loan's bills. */
    private long shares() {
        return (Long) transactions
                .run(tx -> tx.select(
                        "select sum(costs + penalty + interest + principal)::bigint from bill_share where loan_id = $1",
                        loan))
                .await()
                .indefinitely()
                .getFirst()[0];
    }

    private void faults(JsonObject plan) {
        given().contentType(ContentType.JSON)
                .body(plan.encode())
                .put(outside.url() + "/rail/faults")
                .then()
                .statusCode(200);
    }

    private String path() {
        return "/api/v1/loans/" + loan;
    }
}
