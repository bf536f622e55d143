package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.card.Cards;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A loan's whole life with the sandbox's rail, card network and business date. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class RepaymentJourneyTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Cards cards;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
    }

    @Test
    void runsFromThePayoutToTheSettlement() {
        UUID loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        String path = "/api/v1/loans/" + loan;
        neighbours.awaitEvent("anju.loan.disbursed.v1", loan.toString());
        bank.bind(borrower);

        bank.today("2026-12-22");
        assertTrue(bank.run("2026-12-22").getInt("billed") >= 1);
        JsonPath first = bank.awaitInstalment(borrower, loan, 1, "PAID");
        assertEquals(449_045, first.getLong("items[0].amount"));
        assertEquals(99_842_622, first.getLong("items[0].balance"));

        String payment = bank.pay(borrower, loan, new JsonObject().put("instalment", 2))
                .then()
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .extract()
                .header("Location");
        Awaitility.await("the payment")
                .until(() -> bank.get(borrower, payment).jsonPath().getString("state"), "SUCCEEDED"::equals);
        bank.awaitInstalment(borrower, loan, 2, "PAID");

        bank.today("2027-01-23");
        bank.publishLpr("2026-12-21", "0.0320");
        assertTrue(bank.run("2027-01-23").getInt("repriced") >= 1);
        assertEquals("0.0320", bank.get(borrower, path + "/rate").jsonPath().getString("annualRate"));
        neighbours.awaitEvent("anju.loan.repriced.v1", loan.toString());

        prepay(loan, new JsonObject().put("amount", 20_000_000), "SMALLER_INSTALMENT");
        JsonPath left = bank.get(borrower, path).jsonPath();
        assertEquals(358, left.getInt("instalmentsLeft"));
        neighbours.awaitEvent("anju.loan.prepaid.v1", loan.toString());

        long figure = bank.get(borrower, path + "/settlement").jsonPath().getLong("total");
        prepay(loan, new JsonObject().put("amount", figure), "FULL");
        Awaitility.await().until(() -> bank.get(borrower, path).jsonPath().getString("state"), "SETTLED"::equals);
        var settled = neighbours.awaitEvent("anju.loan.settled.v1", loan.toString());
        assertTrue(settled.path("contractSettled").asBoolean());

        JsonPath statement = bank.get(borrower, path + "/statement").jsonPath();
        assertEquals(5, statement.getList("lines").size());
        assertEquals(0, statement.getLong("lines[4].balance"));
        assertEquals(figure, statement.getLong("lines[4].paid"));
        String csv = bank.getAs("text/csv", borrower, path + "/statement").asString();
        assertEquals(6, csv.lines().count());
        assertTrue(csv.lines().skip(1).findFirst().orElseThrow().endsWith(",1000000.00"));
        assertBooksBalance();
    }

    @Test
    void isNobodyElsesBusiness() {
        UUID loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        UUID stranger = UUID.randomUUID();

        for (String part :
                new String[] {"", "/schedule", "/instalments", "/rate", "/settlement", "/statement", "/payments"}) {
            bank.get(stranger, "/api/v1/loans/" + loan + part).then().statusCode(404);
        }
        bank.pay(stranger, loan, new JsonObject()).then().statusCode(404);
    }

    @Test
    void isNotPaidWithAnAccessTokenAlone() {
        UUID loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");

        bank.post(borrower, "/api/v1/loans/" + loan + "/payments", new JsonObject())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("act=\"repayment.pay\""));
        bank.get(borrower, "/api/v1/loans/" + loan + "/payments").then().body("items", hasSize(0));
    }

    @Test
    void becomesOverdueWithoutMoneyAndIsPaidByHandLater() {
        UUID loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        bank.bind(borrower, "13800138001", "6217000000000006");
        setBalance(0);

        bank.today("2026-12-22");
        bank.run("2026-12-22");
        awaitNothingUnderWay(loan);
        bank.awaitInstalment(borrower, loan, 1, "DUE");

        bank.today("2026-12-25");
        bank.run("2026-12-25");
        awaitNothingUnderWay(loan);
        bank.awaitInstalment(borrower, loan, 1, "DUE");

        // The day after three days of grace.
        bank.today("2026-12-26");
        bank.run("2026-12-26");
        bank.awaitInstalment(borrower, loan, 1, "OVERDUE");
        neighbours.awaitEvent("anju.instalment.overdue.v1", loan.toString());
        awaitNothingUnderWay(loan);

        setBalance(10_000_000);
        bank.today("2026-12-30");
        JsonPath owed =
                bank.get(borrower, "/api/v1/loans/" + loan + "/instalments").jsonPath();
        // 4,490.45 eight days late at 5.25 %: 1,573.78 → 1.84, 2,916.67 → 3.40.
        assertEquals(449_045 + 184 + 340, owed.getLong("items[0].owed"));
        bank.pay(borrower, loan, new JsonObject()).then().statusCode(201);
        bank.awaitInstalment(borrower, loan, 1, "PAID");
        assertBooksBalance();
    }

    @Test
    void paysTheOldestFirstWhenThereIsMoneyForOneOnly() {
        UUID loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        bank.bind(borrower, "13800138002", "6217000000000006");
        setBalance(449_045 + 100);
        bank.today("2027-01-23");
        bank.publishLpr("2026-12-21", "0.0350");

        bank.run("2027-01-23");

        bank.awaitInstalment(borrower, loan, 1, "PAID");
        awaitNothingUnderWay(loan);
        bank.awaitInstalment(borrower, loan, 2, "DUE");
        // The debit that failed counted for the due date and was a day late, by the bank: grace ends on the 26th.
        bank.today("2027-01-27");
        bank.run("2027-01-27");
        bank.awaitInstalment(borrower, loan, 2, "OVERDUE");
        awaitNothingUnderWay(loan);
        assertBooksBalance();
    }

    @Test
    void catchesUpWithEveryInstalmentThatWasMissed() {
        UUID loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        bank.bind(borrower, "13800138003", "6217000000000006");
        setBalance(10_000_000);
        bank.today("2027-02-23");
        bank.publishLpr("2026-12-21", "0.0350");

        bank.run("2027-02-23");

        for (int number = 1; number <= 3; number++) {
            bank.awaitInstalment(borrower, loan, number, "PAID");
        }
    }

    @Test
    void aPaymentByHandUsesUpNoDebitThatComesByItself() {
        UUID loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        bank.bind(borrower, "13800138004", "6217000000000006");
        setBalance(0);
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        awaitNothingUnderWay(loan);
        int attempts = attempts(loan);

        bank.pay(borrower, loan, new JsonObject()).then().statusCode(201);
        awaitNothingUnderWay(loan);

        assertEquals(attempts, attempts(loan));
    }

    private void awaitNothingUnderWay(UUID loan) {
        Awaitility.await("the rail")
                .until(() -> select(
                                "select count(*) from rail_order where loan_id = $1 and state in ('PLACED', 'SENT')",
                                loan)
                        .equals(0L));
    }

    private int attempts(UUID loan) {
        return (Integer) select("select attempts from bill where loan_id = $1", loan);
    }

    private Object select(String sql, UUID loan) {
        return Objects.requireNonNull(transactions
                .run(tx -> tx.select(sql, loan))
                .await()
                .indefinitely()
                .getFirst()[0]);
    }

    @Test
    void listsPaymentsByHandInPagesTheNewestFirst() {
        UUID loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        bank.bind(borrower, "13800138005", "6217000000000006");
        String path = "/api/v1/loans/" + loan + "/payments";
        setBalance(0);
        String first = pay(loan);
        awaitNothingUnderWay(loan);
        setBalance(10_000_000);
        String second = pay(loan);
        bank.awaitInstalment(borrower, loan, 1, "PAID");

        JsonPath newest = bank.get(borrower, path + "?limit=1").jsonPath();
        assertEquals(List.of(second), newest.getList("items.id"));
        assertEquals("SUCCEEDED", newest.getString("items[0].state"));
        JsonPath older = bank.get(borrower, path + "?limit=1&cursor=" + newest.getString("next"))
                .jsonPath();
        assertEquals(List.of(first), older.getList("items.id"));
        assertEquals("INSUFFICIENT_FUNDS", older.getString("items[0].reason"));
        bank.get(UUID.randomUUID(), path + "/" + second).then().statusCode(404);
    }

    private String pay(UUID loan) {
        return bank.pay(borrower, loan, new JsonObject())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void refusesAQuoteThatAnInstalmentHasOvertaken() {
        UUID loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        bank.bind(borrower);
        String quote = bank.post(
                        borrower,
                        "/api/v1/loans/" + loan + "/prepayment-quotes",
                        new JsonObject().put("date", "2026-12-10").put("amount", 20_000_000))
                .jsonPath()
                .getString("quotes[0].id");
        bank.pay(borrower, loan, new JsonObject().put("instalment", 1)).then().statusCode(201);
        bank.awaitInstalment(borrower, loan, 1, "PAID");

        take(loan, quote).then().statusCode(409).body("code", equalTo("QUOTE_OVERTAKEN"));
    }

    private void prepay(UUID loan, JsonObject ask, String way) {
        JsonPath offer = bank.post(borrower, "/api/v1/loans/" + loan + "/prepayment-quotes", ask)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String quote = offer.getString("quotes.find { it.option == '" + way + "' }.id");
        String taken =
                take(loan, quote).then().statusCode(201).extract().jsonPath().getString("id");
        Awaitility.await("the prepayment")
                .until(
                        () -> bank.get(borrower, "/api/v1/loans/" + loan + "/prepayments/" + taken)
                                .jsonPath()
                                .getString("state"),
                        "DONE"::equals);
    }

    private io.restassured.response.Response take(UUID loan, String quote) {
        return bank.postVerified(
                borrower,
                "repayment.prepay",
                "/api/v1/loans/" + loan,
                "/api/v1/loans/" + loan + "/prepayments",
                new JsonObject().put("quote", quote));
    }

    private void setBalance(long fen) {
        String token = transactions
                .run(tx -> cards.listBound(tx, borrower))
                .await()
                .indefinitely()
                .getFirst()
                .token();
        bank.setBalance(token, fen);
    }

    private void assertBooksBalance() {
        given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "auditor"))
                .get("/api/v1/staff/ledger/trial-balance")
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }
}
