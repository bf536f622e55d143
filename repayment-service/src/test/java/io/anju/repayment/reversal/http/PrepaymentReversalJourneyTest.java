package io.anju.repayment.reversal.http;

import static io.anju.repayment.reversal.http.ReversalDesk.path;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.AtOnce;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.StoredLoans;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.reversal.Reversing;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two borrowers have the same two tranches: a prepayment of the one is taken back, and then theirs are alike again. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class PrepaymentReversalJourneyTest {

    private static final long INSTALMENT = 449_045;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Loans loans;

    @Inject
    Reversing reversing;

    private final UUID borrower = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private Bank bank;
    private ReversalDesk desk;
    private UUID loan;
    private UUID tranche;
    private UUID twin;

    @BeforeEach
    void twoBorrowersAlike() {
        bank = new Bank(neighbours, outside);
        desk = new ReversalDesk(neighbours, bank);
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
        bank.publishLpr("2026-12-21", "0.0340");
        List<UUID> mine = bank.order(borrower, "2026-11-22", "2026-12-22", "0.0000", 2);
        List<UUID> theirs = bank.order(other, "2026-11-22", "2026-12-22", "0.0000", 2);
        loan = mine.getFirst();
        tranche = mine.getLast();
        twin = theirs.getFirst();
        mine.forEach(id -> bank.awaitPayout(borrower, id));
        theirs.forEach(id -> bank.awaitPayout(other, id));
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        mine.forEach(id -> desk.pay(id, INSTALMENT));
        theirs.forEach(id -> desk.pay(id, INSTALMENT));
        bank.today("2026-12-28");
    }

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

    private String payment(UUID which, UUID who) {
        JsonPath statement = bank.get(who, path(which) + "/statement").jsonPath();
        List<String> kinds = statement.getList("lines.kind");
        return statement.getString("lines[" + kinds.lastIndexOf("INSTALMENT") + "].transfer");
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

    /** The bank returns the debit of an instalment after the tranche was repaid early: that much is owed again, no more. */
    @Test
    void anInstalmentOfATrancheThatWasSettledIsOwedAgain() {
        String paid = payment(loan, borrower);
        prepay(loan, new JsonObject().put("full", true));
        assertEquals("SETTLED", bank.get(borrower, path(loan)).jsonPath().getString("state"));
        bank.today("2027-01-01");
        bank.run("2027-01-01");

        desk.takeBack(loan, paid, "RETURNED");

        neighbours.awaitEvent("anju.loan.reopened.v1", loan.toString());
        JsonPath standing = bank.get(borrower, path(loan)).jsonPath();
        assertEquals("ACTIVE", standing.getString("state"));
        // Ten days at 5.25 %: 1,573.78 → 2.30 and 2,916.67 → 4.25.
        assertEquals("DUE", state(1));
        assertEquals(INSTALMENT + 230 + 425, instalment(borrower, loan, 1, "owed"));
        assertReplays();
        // It is debited like any other, and the tranche is settled anew; the contract is not, since the other one is owed.
        UUID card = bank.bind(borrower);
        bank.today("2027-01-02");
        bank.run("2027-01-02");
        Awaitility.await("the debit")
                .until(() -> bank.get(borrower, path(loan)).jsonPath().getString("state"), "SETTLED"::equals);
        bank.unbind(borrower, card, true).statusCode(204);
        assertEquals("PAID", state(1));
        assertReplays();
    }

    private String state(int number) {
        return bank.get(borrower, path(loan) + "/instalments").jsonPath().getString("items[" + (number - 1) + "].state");
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

    /** January's instalment is eight days late for both when the one repays early: it is late again for both. */
    @Test
    void whatWasOverdueIsOwedAgainAsIfItHadNeverBeenPaid() {
        bank.today("2027-01-22");
        bank.run("2027-01-22");
        bank.today("2027-01-30");
        bank.run("2027-01-30");
        String prepayment = prepay(loan, new JsonObject().put("amount", 10_000_000));
        assertEquals("PAID", bank.get(borrower, path(loan) + "/instalments").jsonPath().getString("items[1].state"));
        bank.today("2027-02-01");
        bank.run("2027-02-01");

        desk.takeBack(loan, prepayment, "RETURNED");

        assertEquals("DUE", bank.get(borrower, path(loan) + "/instalments").jsonPath().getString("items[1].state"));
        assertEquals(instalment(other, twin, 2, "owed"), instalment(borrower, loan, 2, "owed"));
        assertEquals(
                bank.get(other, path(twin) + "/statement").jsonPath().getLong("lines[-1].balance"),
                bank.get(borrower, path(loan) + "/statement").jsonPath().getLong("lines[-1].balance"));
        assertReplays();
        // Once its grace is over the two are alike in everything.
        bank.today("2027-02-05");
        bank.run("2027-02-05");
        assertEquals(instalment(other, twin, 2, "owed"), instalment(borrower, loan, 2, "owed"));
        assertEquals("OVERDUE", bank.get(borrower, path(loan) + "/instalments").jsonPath().getString("items[1].state"));
        desk.staff(UUID.randomUUID(), "auditor")
                .get("/api/v1/staff/ledger/trial-balance")
                .then()
                .body("balanced", equalTo(true));
    }

    private boolean settlesTheContract(UUID which) {
        return neighbours
                .awaitEvent("anju.loan.settled.v1", which.toString())
                .path("contractSettled")
                .asBoolean();
    }

    /** By a card that is bound for that alone: nothing else is debited by itself. */
    private String prepay(UUID which, JsonObject ask) {
        UUID card = bank.bind(borrower);
        String transfer = desk.prepay(borrower, which, ask);
        bank.unbind(borrower, card, true).statusCode(204);
        return transfer;
    }

    private long instalment(UUID who, UUID which, int number, String field) {
        return bank.get(who, path(which) + "/instalments").jsonPath().getLong("items[" + (number - 1) + "]." + field);
    }

    /** Whatever a borrower sees of the two, their names aside. */
    private void assertAlike() {
        assertEquals(desk.seen(other, twin), desk.seen(borrower, loan));
        assertReplays();
    }

    private void assertReplays() {
        new StoredLoans(transactions, loans).assertReplays(loan);
    }
}
