package io.anju.repayment.reversal.http;

import static io.anju.repayment.reversal.http.ReversalDesk.path;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.repayment.journey.AtOnce;
import io.anju.repayment.reversal.Reversing;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two borrowers have the same two tranches: a prepayment of the one is taken back, and then theirs are alike again. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class PrepaymentReversalJourneyTest extends TwoBorrowersTestBase {

    @Inject
    Reversing reversing;

    @Test
    void theLoanIsAsIfThePrepaymentHadNotBeen() {
        String prepayment = prepay(loan, new JsonObject().put("amount", 10_000_000));
        bank.today("2027-01-22");
        bank.run("2027-01-22");
        long smaller = instalment(borrower, loan, 2, "amount");
        desk.pay(loan, smaller);
        desk.pay(twin, smaller);
        bank.today("2027-01-25");
        bank.run("2027-01-25");

        String reversal = desk.propose(loan, prepayment, "RETURNED")
                .statusCode(201)
                .extract()
                .path("id");
        assertEquals(
                "PAID",
                bank.get(borrower, path(loan) + "/instalments").jsonPath().getString("items[1].state"));
        desk.decide(loan, reversal, desk.approver, true).statusCode(200).body("state", equalTo("APPROVED"));

        assertAlike();
        assertEquals(
                "REVERSED",
                bank.get(borrower, path(loan) + "/prepayments").jsonPath().getString("items[0].state"));
        var told = neighbours.awaitEvent("anju.loan.payment-reversed.v1", loan.toString());
        assertEquals(prepayment, told.path("payment").asText());
        assertTheBooksShowIt(prepayment);
        // A month more, and a payment that came in between taken back as well.
        bank.today("2027-02-22");
        bank.run("2027-02-22");
        assertAlike();
        desk.takeBack(loan, payment(loan, borrower), "WRONG_LOAN");
        desk.takeBack(twin, payment(twin, other), "WRONG_LOAN");
        assertAlike();
    }

    /** Balance by balance, as the borrower reads it. */
    private void assertTheBooksShowIt(String prepayment) {
        JsonPath mine = bank.get(borrower, path(loan) + "/statement").jsonPath();
        assertEquals(
                List.of("DISBURSEMENT", "INSTALMENT", "PREPAYMENT", "INSTALMENT", "REVERSAL", "REALLOCATION"),
                mine.getList("lines.kind"));
        assertEquals(mine.getLong("lines[2].paid"), -mine.getLong("lines[4].paid"));
        assertEquals(mine.getLong("lines[2].interest"), -mine.getLong("lines[4].interest"));
        assertEquals(prepayment, mine.getString("lines[2].transfer"));
        assertEquals(
                bank.get(other, path(twin) + "/statement").jsonPath().getLong("lines[-1].balance"),
                mine.getLong("lines[-1].balance"));
        desk.staff(UUID.randomUUID(), "auditor")
                .get("/api/v1/staff/ledger/trial-balance")
                .then()
                .body("balanced", equalTo(true));
    }

    @Test
    void aPrepaymentIsTakenBackBeforeTheOneThatItStandsOn() {
        String first = prepay(loan, new JsonObject().put("amount", 10_000_000));
        bank.today("2026-12-30");
        String second = prepay(loan, new JsonObject().put("amount", 5_000_000));

        desk.propose(loan, first, "RETURNED")
                .statusCode(409)
                .body("code", equalTo("REVERSAL_STOOD_ON"))
                .body("events", contains("PREPAID 2026-12-30"));
        desk.takeBack(loan, second, "RETURNED");
        desk.propose(loan, second, "RETURNED").statusCode(409).body("code", equalTo("PAYMENT_REVERSED_ALREADY"));
        desk.takeBack(loan, first, "RETURNED");

        assertAlike();
        // The instalment that was paid before both has nothing standing on it any more.
        desk.takeBack(loan, payment(loan, borrower), "RETURNED");
        desk.takeBack(twin, payment(twin, other), "RETURNED");
        assertAlike();
    }

    @Test
    void aTrancheThatWasSettledIsRepaidAgain() {
        String settlement = prepay(loan, new JsonObject().put("full", true));
        assertEquals("SETTLED", bank.get(borrower, path(loan)).jsonPath().getString("state"));
        bank.today("2027-01-22");
        bank.run("2027-01-22");
        bank.today("2027-01-25");

        desk.takeBack(loan, settlement, "RETURNED");

        assertEquals("ACTIVE", bank.get(borrower, path(loan)).jsonPath().getString("state"));
        var told = neighbours.awaitEvent("anju.loan.reopened.v1", loan.toString());
        assertEquals("2027-01-25", told.path("date").asText());
        assertReplays();
        // What fell due meanwhile, and the rate that was fixed, come with the next run.
        bank.run("2027-01-25");
        bank.today("2027-01-26");
        bank.run("2027-01-26");
        assertAlike();
    }

    @Test
    void aSettledContractIsNotCalledBack() {
        String first = prepay(loan, new JsonObject().put("full", true));
        prepay(tranche, new JsonObject().put("full", true));

        desk.propose(loan, first, "RETURNED")
                .statusCode(409)
                .body("code", equalTo("REVERSAL_CONTRACT_SETTLED"))
                .body("settledOn", equalTo("2026-12-28"));
        assertEquals("SETTLED", bank.get(borrower, path(loan)).jsonPath().getString("state"));
    }

    @Test
    void whatSettlesTheContractMeanwhileIsSeenBeforeItIsTooLate() {
        String settlement = prepay(loan, new JsonObject().put("full", true));
        String reversal = desk.propose(loan, settlement, "RETURNED")
                .statusCode(201)
                .extract()
                .path("id");
        prepay(tranche, new JsonObject().put("full", true));

        desk.decide(loan, reversal, desk.approver, true)
                .statusCode(409)
                .body("code", equalTo("REVERSAL_CONTRACT_SETTLED"));
        // Which leaves it to be declined.
        desk.decide(loan, reversal, desk.approver, false).statusCode(200).body("state", equalTo("DECLINED"));
    }

    @Test
    void theContractIsNotSettledWhileATrancheIsRepaidAgain() {
        String settlement = prepay(loan, new JsonObject().put("full", true));
        desk.takeBack(loan, settlement, "RETURNED");

        prepay(tranche, new JsonObject().put("full", true));

        assertFalse(settlesTheContract(tranche));
    }

    @Test
    void theLastSettlementSeesAReversalThatIsUnderWay() {
        String settlement = prepay(loan, new JsonObject().put("full", true));
        String reversal = desk.propose(loan, settlement, "RETURNED")
                .statusCode(201)
                .extract()
                .path("id");

        AtOnce.of(
                transactions,
                tx -> reversing.approve(tx, loan, UUID.fromString(reversal), desk.approver),
                () -> CompletableFuture.supplyAsync(() -> prepay(tranche, new JsonObject().put("full", true))));

        assertFalse(settlesTheContract(tranche));
        assertEquals("ACTIVE", bank.get(borrower, path(loan)).jsonPath().getString("state"));
    }

    private boolean settlesTheContract(UUID which) {
        return neighbours
                .awaitEvent("anju.loan.settled.v1", which.toString())
                .path("contractSettled")
                .asBoolean();
    }
}
