package io.anju.repayment.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.change.Amendments;
import io.anju.repayment.loan.Loans;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that wait for an amendment of the contract: done when it is sealed, undone when it comes to nothing. */
@QuarkusTest
@TestProfile(AmendedLoanJourneyTest.Alone.class)
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class AmendedLoanJourneyTest {

    /** A service of its own, since what it hears of rates would be in other tests' way. */
    public static class Alone implements QuarkusTestProfile {}

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    @Inject
    Amendments amendments;

    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    /** One instalment of a loan at LPR 3.50 % is paid. */
    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        loan = bank.loanAboveAverage(borrower);
        bank.bind(borrower);
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        bank.awaitInstalment(borrower, loan, 1, "PAID");
    }

    @Test
    void theSpreadComesDownWhenTheAmendmentIsSealed() {
        bank.publishLpr("2026-12-21", "0.0350");
        JsonPath quote = quote("rate", new JsonObject().put("change", "SPREAD"));
        // 3.06 % − 3.50 % + 0.30 %.
        assertEquals("-0.0014", quote.getString("after.spread"));
        assertEquals("0.0336", quote.getString("after.annualRate"));
        String change = take("rate", quote);
        assertEquals("AWAITING_AMENDMENT", state("rate", change));
        assertEquals("0.0350", rate().getString("annualRate"));

        bank.today("2026-12-24");
        sealed(change);

        assertEquals("DONE", state("rate", change));
        JsonPath rate = rate();
        assertEquals("0.0336", rate.getString("annualRate"));
        assertEquals("-0.0014", rate.getString("spread"));
        assertEquals("2027-01-01", rate.getString("nextRepricing"));
        assertEquals(List.of("CONTRACT", "AMENDMENT"), rate.getList("history.cause"));
        assertEquals("2026-12-22", rate.getString("history[1].from"));
        assertSchedule(quote);
        assertReplays();
    }

    @Test
    void aFixedRateIsNotFixedAnewAndCanBeMadeToFloatAgain() {
        bank.publishLpr("2026-12-21", "0.0340");
        sealed(take("rate", quote("rate", new JsonObject().put("change", "TO_FIXED"))));

        assertEquals("FIXED", rate().getString("rateBasis"));
        JsonPath quote =
                quote("rate", new JsonObject().put("change", "TO_FLOATING").put("cycleMonths", 3));
        // The rate in force less the newest LPR.
        assertEquals("0.0010", quote.getString("after.spread"));
        assertEquals(0, quote.getLong("interestDifference"));
        sealed(take("rate", quote));

        bank.publishLpr("2027-03-20", "0.0330");
        for (String due : List.of("2027-01-22", "2027-02-22", "2027-03-22", "2027-04-01")) {
            bank.today(due);
            bank.run(due);
        }
        assertEquals("2027-07-01", rate().getString("nextRepricing"));
        assertEquals("0.0340", rate().getString("annualRate"));
        assertReplays();
    }

    @Test
    void theCycleChangesWithTheAmendment() {
        JsonPath quote = quote("rate", new JsonObject().put("change", "CYCLE").put("cycleMonths", 3));

        sealed(take("rate", quote));

        assertEquals(3, rate().getInt("repricingMonths"));
        assertReplays();
    }

    @Test
    void anotherMethodIsDoneAsSimulatedHoweverLongTheSealTakes() {
        JsonPath quote = quote("plan", new JsonObject().put("method", "EQUAL_PRINCIPAL"));
        String change = take("plan", quote);
        // The seal is late, and the due date goes by: nothing is billed on figures that are about to change.
        bank.publishLpr("2026-12-21", "0.0350");
        bank.today("2027-01-23");

        sealed(change);

        assertEquals("DONE", state("plan", change));
        assertSchedule(quote);
        assertReplays();
        bank.run("2027-01-23");
        JsonPath billed = bank.awaitInstalment(borrower, loan, 2, "PAID");
        assertEquals(quote.getLong("after.outlook.nextInstalment"), billed.getLong("items[1].amount"));
        assertReplays();
    }

    @Test
    void anAmendmentThatIsDeclinedLeavesTheLoanAsItWasAndFree() {
        JsonPath quote = quote("plan", new JsonObject().put("method", "EQUAL_PRINCIPAL"));
        String change = take("plan", quote);

        tell("anju.contract.amendment-ended.v1", change, new JsonObject().put("ending", "DECLINED"));

        bank.get(borrower, path() + "/plan-changes/" + change)
                .then()
                .body("state", equalTo("ENDED"))
                .body("reason", equalTo("DECLINED"));
        assertEquals("EQUAL_INSTALMENT", bank.get(borrower, path()).jsonPath().getString("method"));
        sealed(take("plan", quote));
        assertEquals("EQUAL_PRINCIPAL", bank.get(borrower, path()).jsonPath().getString("method"));
        assertReplays();
    }

    @Test
    void aKillBetweenTheSealAndTheChangeLosesNothingAndNothingIsDoneTwice() {
        String change = take("plan", quote("plan", new JsonObject().put("method", "EQUAL_PRINCIPAL")));

        // Killed when all is written and nothing committed.
        assertThrows(
                IllegalStateException.class,
                () -> transactions
                        .run(tx -> amendments
                                .inForce(tx, loan, UUID.fromString(change))
                                .flatMap(done -> Uni.createFrom().<Void>failure(new IllegalStateException("killed"))))
                        .await()
                        .indefinitely());
        assertEquals("AWAITING_AMENDMENT", state("plan", change));

        sealed(change);
        sealed(change);

        assertEquals("DONE", state("plan", change));
        assertEquals(
                1,
                transactions.run(tx -> loans.listAllEvents(tx, loan, 100)).await().indefinitely().stream()
                        .filter(io.anju.repayment.loan.model.LoanEvent.MethodChanged.class::isInstance)
                        .count());
        assertReplays();
    }

    @Test
    void aQuoteForTheRateIsNoneForThePlan() {
        JsonPath quote = quote("rate", new JsonObject().put("change", "TO_FIXED"));

        bank.postVerified(
                        borrower,
                        "repayment.plan-change",
                        path(),
                        path() + "/plan-changes",
                        new JsonObject().put("quote", quote.getString("id")))
                .then()
                .statusCode(422)
                .body("code", equalTo("CHANGE_QUOTE_UNKNOWN"));
        bank.get(borrower, path() + "/plan-changes").then().body("items[0]", nullValue());
    }

    private JsonPath quote(String subject, JsonObject ask) {
        return bank.post(borrower, path() + "/" + subject + "-change-quotes", ask)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private String take(String subject, JsonPath quote) {
        String act = subject.equals("plan") ? "repayment.plan-change" : "rate.change";
        return bank.postVerified(
                        borrower,
                        act,
                        path(),
                        path() + "/" + subject + "-changes",
                        new JsonObject().put("quote", quote.getString("id")))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private void sealed(String change) {
        tell("anju.contract.amended.v1", change, new JsonObject());
    }

    private void tell(String type, String change, JsonObject more) {
        bank.tell(
                "contract-service",
                type,
                change,
                more.put("contractId", change)
                        .put("amends", UUID.randomUUID().toString())
                        .put("loanId", loan.toString())
                        .put("applicationId", UUID.randomUUID().toString())
                        .put("customerId", borrower.toString()));
    }

    private String state(String subject, String change) {
        return bank.get(borrower, path() + "/" + subject + "-changes/" + change)
                .jsonPath()
                .getString("state");
    }

    private JsonPath rate() {
        return bank.get(borrower, path() + "/rate").jsonPath();
    }

    private void assertSchedule(JsonPath quote) {
        JsonPath schedule = bank.get(borrower, path() + "/schedule").jsonPath();
        String rows = "instalments.findAll { it.state == 'UPCOMING' }";
        assertEquals(quote.getLong("after.outlook.nextInstalment"), schedule.getLong(rows + "[0].amount"));
        assertEquals(quote.getLong("after.outlook.lastInstalment"), schedule.getLong(rows + "[-1].amount"));
        assertEquals(quote.getLong("after.outlook.interest"), schedule.getLong(rows + ".sum { it.interest }"));
    }

    private void assertReplays() {
        new StoredLoans(transactions, loans).assertReplays(loan);
    }

    private String path() {
        return "/api/v1/loans/" + loan;
    }
}
