package io.anju.repayment.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.model.Loan;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changing the plan of a loan: simulated, then done as simulated or not at all. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class PlanChangeJourneyTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    /** One instalment of 4,490.45 is paid, 998,426.22 are outstanding. */
    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        loan = bank.firstLoan(borrower);
        bank.bind(borrower);
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        bank.awaitInstalment(borrower, loan, 1, "PAID");
    }

    @Test
    void aReliefIsDoneAtOnceExactlyAsSimulated() {
        JsonPath quote = quote(new JsonObject().put("interestOnly", 6));
        // 998,426.22 at 3.5 % of a month.
        assertEquals(291_208, quote.getLong("after.outlook.nextInstalment"));
        assertEquals(449_045, quote.getLong("before.outlook.nextInstalment"));
        assertEquals(
                quote.getLong("after.outlook.interest") - quote.getLong("before.outlook.interest"),
                quote.getLong("interestDifference"));

        take(quote.getString("id")).then().statusCode(201).body("state", equalTo("DONE"));

        assertSchedule(quote);
        assertReplays();
        neighbours.awaitEvent("anju.loan.changed.v1", loan.toString());
    }

    @Test
    void theNextInstalmentFallsDueOnTheNewDayAndEveryOneAfterIt() {
        JsonPath quote = quote(new JsonObject().put("dueDay", 5));
        // 22 December to 5 February, with the repricing day of 1 January between: promised until the day before.
        assertEquals("2026-12-29", quote.getString("validUntil"));
        take(quote.getString("id")).then().statusCode(201);

        assertEquals(
                List.of("2027-02-05", "2027-03-05"),
                upcoming().getList("instalments.findAll { it.number in [2, 3] }.dueDate"));
        assertSchedule(quote);
        assertReplays();

        bank.publishLpr("2026-12-21", "0.0350");
        bank.today("2027-02-05");
        bank.run("2027-02-05");
        bank.awaitInstalment(borrower, loan, 2, "PAID");
        assertEquals("2027-03-05", bank.get(borrower, path()).jsonPath().getString("nextDueDate"));
        assertReplays();
    }

    @Test
    void aPaymentBetweenQuoteAndExecutionOvertakesItAndAFreshOneIsOffered() {
        String quote = quote(new JsonObject().put("interestOnly", 6)).getString("id");
        bank.pay(borrower, loan, new JsonObject().put("instalment", 2)).then().statusCode(201);
        bank.awaitInstalment(borrower, loan, 2, "PAID");

        JsonPath refusal = take(quote)
                .then()
                .statusCode(409)
                .body("code", equalTo("CHANGE_QUOTE_OVERTAKEN"))
                .body("happened", hasItem("INSTALMENT_PAID"))
                .extract()
                .jsonPath();

        take(refusal.getString("fresh.id")).then().statusCode(201).body("state", equalTo("DONE"));
        assertReplays();
    }

    @Test
    void theLoanIsNotChangedWhileAPrepaymentWaitsForItsDay() {
        // An amendment would hold the loan, and the prepayment would go through late, at the figures of its day.
        JsonObject ask = new JsonObject().put("interestOnly", 6);
        String quote = quote(ask).getString("id");
        String early = bank.post(
                        borrower,
                        path() + "/prepayment-quotes",
                        new JsonObject().put("date", "2026-12-28").put("amount", 20_000_000))
                .jsonPath()
                .getString("quotes[0].id");
        String prepayment = bank.postVerified(
                        borrower,
                        "repayment.prepay",
                        path(),
                        path() + "/prepayments",
                        new JsonObject().put("quote", early))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");

        bank.post(borrower, path() + "/plan-change-quotes", ask)
                .then()
                .statusCode(409)
                .body("code", equalTo("CHANGE_NOT_ELIGIBLE"))
                .body("checks.find { it.rule == 'NOTHING_UNDER_WAY' }.evidence.prepaymentOn", equalTo("2026-12-28"));
        take(quote).then().statusCode(409).body("code", equalTo("CHANGE_NOT_ELIGIBLE"));

        bank.post(borrower, path() + "/prepayments/" + prepayment + "/cancellation", new JsonObject())
                .then()
                .statusCode(200);
        take(quote).then().statusCode(201).body("state", equalTo("DONE"));
    }

    @Test
    void anExpiredQuoteIsRefusedWithAFreshOne() {
        String quote = quote(new JsonObject().put("interestOnly", 6)).getString("id");
        bank.today("2026-12-30");

        take(quote)
                .then()
                .statusCode(409)
                .body("code", equalTo("CHANGE_QUOTE_EXPIRED"))
                .body("fresh.after.outlook.nextInstalment", equalTo(291_208));
    }

    @Test
    void ofManyExecutionsAtOnceOneIsDone() {
        String quote = quote(new JsonObject().put("interestOnly", 6)).getString("id");

        List<CompletableFuture<Integer>> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> take(quote).statusCode()))
                .limit(6)
                .toList();

        assertEquals(
                1,
                answers.stream()
                        .map(CompletableFuture::join)
                        .filter(code -> code == 201)
                        .count());
        assertEquals(
                1,
                bank.get(borrower, path() + "/plan-changes")
                        .jsonPath()
                        .getList("items")
                        .size());
        assertReplays();
    }

    @Test
    void refusesWithTheFiguresWhatIsNotOffered() {
        bank.post(borrower, path() + "/plan-change-quotes", new JsonObject().put("interestOnly", 13))
                .then()
                .statusCode(409)
                .body("code", equalTo("CHANGE_NOT_ELIGIBLE"))
                .body("checks.find { it.rule == 'RELIEF_WITHIN_LIMIT' }.met", equalTo(false))
                .body("checks.find { it.rule == 'RELIEF_WITHIN_LIMIT' }.evidence.most", equalTo(12));
        bank.post(borrower, path() + "/plan-change-quotes", new JsonObject().put("method", "EQUAL_INSTALMENT"))
                .then()
                .statusCode(422)
                .body("reason", equalTo("PLAN_METHOD_UNCHANGED"));
        bank.post(
                        borrower,
                        path() + "/plan-change-quotes",
                        new JsonObject().put("dueDay", 5).put("extendBy", 12))
                .then()
                .statusCode(400);
        bank.post(UUID.randomUUID(), path() + "/plan-change-quotes", new JsonObject().put("dueDay", 5))
                .then()
                .statusCode(404);
    }

    @Test
    void aChangeOfMethodWaitsForItsAmendmentAndHoldsTheFiguresMeanwhile() {
        JsonPath quote = quote(new JsonObject().put("method", "EQUAL_PRINCIPAL"));
        assertTrue(quote.getBoolean("needsAmendment"));

        String change = take(quote.getString("id"))
                .then()
                .statusCode(201)
                .body("state", equalTo("AWAITING_AMENDMENT"))
                .extract()
                .jsonPath()
                .getString("id");

        var wanted = neighbours.awaitEvent("anju.loan.amendment-wanted.v1", loan.toString());
        assertEquals("METHOD", wanted.path("kind").asText());
        assertEquals("EQUAL_PRINCIPAL", wanted.path("after").path("method").asText());
        assertEquals(
                quote.getLong("after.outlook.interest"),
                wanted.path("after").path("interest").asLong());
        assertEquals("EQUAL_INSTALMENT", bank.get(borrower, path()).jsonPath().getString("method"));
        bank.pay(borrower, loan, new JsonObject().put("instalment", 2))
                .then()
                .statusCode(409)
                .body("code", equalTo("PAYMENT_UNDER_WAY"));

        bank.tell(
                "contract-service",
                "anju.contract.amendment-ended.v1",
                change,
                new JsonObject()
                        .put("contractId", change)
                        .put("loanId", loan.toString())
                        .put("ending", "EXPIRED"));
        bank.pay(borrower, loan, new JsonObject().put("instalment", 2)).then().statusCode(201);
        bank.awaitInstalment(borrower, loan, 2, "PAID");
    }

    private JsonPath quote(JsonObject ask) {
        return bank.post(borrower, path() + "/plan-change-quotes", ask)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Response take(String quote) {
        return bank.postVerified(
                borrower,
                "repayment.plan-change",
                path(),
                path() + "/plan-changes",
                new JsonObject().put("quote", quote));
    }

    /** The schedule that the borrower now sees is the one that was simulated. */
    private void assertSchedule(JsonPath quote) {
        JsonPath schedule = upcoming();
        String rows = "instalments.findAll { it.state == 'UPCOMING' }";
        assertEquals(
                quote.getInt("after.outlook.instalments"),
                schedule.getList(rows).size());
        assertEquals(quote.getLong("after.outlook.nextInstalment"), schedule.getLong(rows + "[0].amount"));
        assertEquals(quote.getLong("after.outlook.lastInstalment"), schedule.getLong(rows + "[-1].amount"));
        assertEquals(quote.getLong("after.outlook.interest"), schedule.getLong(rows + ".sum { it.interest }"));
    }

    private JsonPath upcoming() {
        return bank.get(borrower, path() + "/schedule").jsonPath();
    }

    private void assertReplays() {
        var stored = new StoredLoans(transactions, loans);
        Awaitility.await("nothing under way")
                .until(() -> ((Loan.Active) stored.get(loan)).heldBy().isEmpty());
        stored.assertReplays(loan);
    }

    private String path() {
        return "/api/v1/loans/" + loan;
    }
}
