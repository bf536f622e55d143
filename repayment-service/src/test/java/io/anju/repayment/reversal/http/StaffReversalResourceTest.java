package io.anju.repayment.reversal.http;

import static io.anju.repayment.reversal.http.ReversalDesk.path;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
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
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two loans alike live side by side: a payment of the one is taken back, and then they are alike again. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class StaffReversalResourceTest {

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
    private UUID twin;

    @BeforeEach
    void twoLoansAlike() {
        bank = new Bank(neighbours, outside);
        desk = new ReversalDesk(neighbours, bank);
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
        bank.publishLpr("2026-12-21", "0.0350");
        loan = bank.lend(borrower, "2026-11-22", "2026-12-22", "0.0000");
        twin = bank.lend(other, "2026-11-22", "2026-12-22", "0.0000");
        bank.today("2026-12-22");
        bank.run("2026-12-22");
    }

    @Test
    void theLoanIsAsIfThePaymentHadNotBeen() {
        String payment = desk.pay(loan, INSTALMENT);
        bank.today("2027-01-05");
        bank.run("2027-01-05");

        String reversal = propose(payment, "NOTICE_MISTAKEN")
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");
        assertEquals("PAID", instalment(borrower, loan, "state"));
        decide(reversal, desk.approver, true).statusCode(200).body("state", equalTo("APPROVED"));

        // Fourteen days at 5.25 %: 1,573.78 → 3.21 and 2,916.67 → 5.95.
        assertEquals(
                INSTALMENT + 321 + 595,
                bank.get(borrower, path(loan) + "/instalments").jsonPath().getLong("items[0].owed"));
        assertAlike();
        var told = neighbours.awaitEvent("anju.loan.payment-reversed.v1", loan.toString());
        assertEquals(INSTALMENT, told.path("amount").asLong());
        assertEquals(payment, told.path("payment").asText());
        // Overdue it is once its grace from today on is over, and nobody was told of days on which it was paid.
        assertEquals("DUE", instalment(borrower, loan, "state"));
        assertTrue(neighbours.told("anju.instalment.overdue.v1").stream()
                .noneMatch(event -> event.path("subject").asText().equals(loan.toString())));
        bank.today("2027-01-08");
        bank.run("2027-01-08");
        assertEquals("DUE", instalment(borrower, loan, "state"));
        bank.today("2027-01-09");
        bank.run("2027-01-09");
        assertEquals("OVERDUE", instalment(borrower, loan, "state"));
        neighbours.awaitEvent("anju.instalment.overdue.v1", loan.toString());
        // A month more: the next one falls due for both, and both are late alike.
        bank.today("2027-01-22");
        bank.run("2027-01-22");
        assertAlike();
    }

    @Test
    void theStatementShowsBothLines() {
        String payment = desk.pay(loan, INSTALMENT);
        bank.today("2026-12-23");
        takeBack(payment);

        JsonPath statement = bank.get(borrower, path(loan) + "/statement").jsonPath();
        assertEquals(List.of("DISBURSEMENT", "INSTALMENT", "REVERSAL"), statement.getList("lines.kind"));
        assertEquals(INSTALMENT, statement.getLong("lines[1].paid"));
        assertEquals(-INSTALMENT, statement.getLong("lines[2].paid"));
        assertEquals(-157_378, statement.getLong("lines[2].principal"));
        assertEquals(100_000_000, statement.getLong("lines[2].balance"));
        desk.staff(UUID.randomUUID(), "auditor")
                .get("/api/v1/staff/ledger/trial-balance")
                .then()
                .body("balanced", equalTo(true));
    }

    @Test
    void aLaterPaymentPaysTheOldestInstalmentThen() {
        String payment = desk.pay(loan, INSTALMENT);
        bank.today("2027-01-22");
        bank.run("2027-01-22");
        desk.pay(loan, INSTALMENT);
        desk.pay(twin, INSTALMENT);
        bank.today("2027-01-25");
        bank.run("2027-01-25");

        takeBack(payment);

        assertAlike();
        JsonPath statement = bank.get(borrower, path(loan) + "/statement").jsonPath();
        assertEquals("REALLOCATION", statement.getString("lines[4].kind"));
        assertEquals(0, statement.getLong("lines[4].paid"));
        assertEquals(
                bank.get(other, path(twin) + "/statement").jsonPath().getLong("lines[-1].balance"),
                statement.getLong("lines[-1].balance"));
        // And the later one can be taken back as well.
        takeBack(statement.getString("lines[2].transfer"));
        assertEquals(
                100_000_000,
                bank.get(borrower, path(loan) + "/statement").jsonPath().getLong("lines[-1].balance"));
        assertReplays();
    }

    @Test
    void aDebitThatWasReturnedIsOrderedAnewTheNextDay() {
        bank.bind(borrower);
        bank.today("2026-12-23");
        bank.run("2026-12-23");
        bank.awaitInstalment(borrower, loan, 1, "PAID");
        String payment =
                bank.get(borrower, path(loan) + "/statement").jsonPath().getString("lines[1].transfer");

        takeBack(payment, "RETURNED");

        assertEquals("DUE", instalment(borrower, loan, "state"));
        bank.today("2026-12-24");
        bank.run("2026-12-24");
        bank.awaitInstalment(borrower, loan, 1, "PAID");
    }

    @Test
    void anInstalmentPaidAheadIsNotBilledAnyMore() {
        desk.pay(loan, INSTALMENT);
        desk.pay(twin, INSTALMENT);
        bank.bind(borrower);
        bank.today("2026-12-28");
        bank.pay(borrower, loan, new JsonObject().put("instalment", 2)).then().statusCode(201);
        bank.awaitInstalment(borrower, loan, 2, "PAID");
        String ahead = bank.get(borrower, path(loan) + "/statement").jsonPath().getString("lines[2].transfer");

        takeBack(ahead);

        assertAlike();
        assertEquals(
                "REVERSED",
                bank.get(borrower, path(loan) + "/payments").jsonPath().getString("items[0].state"));
        bank.today("2027-01-22");
        bank.run("2027-01-22");
        bank.awaitInstalment(borrower, loan, 2, "PAID");
    }

    @Test
    void aNoticeForTheWrongLoanIsPostedForTheRightOne() {
        String notice = UUID.randomUUID().toString();
        String payment =
                desk.post(loan, notice, INSTALMENT).statusCode(201).extract().path("transfer");
        desk.post(twin, notice, INSTALMENT).statusCode(409).body("code", equalTo("RECEIPT_NOTICE_USED"));

        takeBack(payment, "WRONG_LOAN");

        desk.post(twin, notice, INSTALMENT).statusCode(201);
        assertEquals("PAID", instalment(other, twin, "state"));
        desk.post(twin, notice, INSTALMENT).statusCode(422);
        desk.post(loan, notice, INSTALMENT).statusCode(409).body("code", equalTo("RECEIPT_NOTICE_USED"));
    }

    @Test
    void twoPeopleAndAKeyOfItsOwnAreNeeded() {
        String payment = desk.pay(loan, INSTALMENT);
        String reversal =
                propose(payment, "WRONG_AMOUNT").statusCode(201).extract().path("id");

        desk.staff(desk.approver, "approver")
                .body(ReversalDesk.decision(true))
                .post(ReversalDesk.reversals(loan) + "/" + reversal + "/decision")
                .then()
                .statusCode(401);
        decide(reversal, desk.officer, true).statusCode(403).body("code", equalTo("SAME_PERSON"));
        propose(payment, "WRONG_AMOUNT").statusCode(409).body("code", equalTo("PAYMENT_REVERSED_ALREADY"));
        decide(reversal, desk.approver, false).statusCode(200).body("state", equalTo("DECLINED"));
        decide(reversal, desk.approver, true).statusCode(409).body("code", equalTo("REVERSAL_DECIDED"));
        assertEquals("PAID", instalment(borrower, loan, "state"));
        takeBack(payment);
        propose(payment, "WRONG_AMOUNT").statusCode(409).body("code", equalTo("PAYMENT_REVERSED_ALREADY"));
        desk.staff(desk.officer, "loan-officer")
                .get(ReversalDesk.reversals(loan))
                .then()
                .body("items.state", equalTo(List.of("APPROVED", "DECLINED")));
    }

    @Test
    void onlyPaymentsOfThisLoanAreTakenBack() {
        JsonPath statement = bank.get(borrower, path(loan) + "/statement").jsonPath();
        propose(statement.getString("lines[0].transfer"), "WRONG_LOAN")
                .statusCode(422)
                .body("code", equalTo("REVERSAL_NOT_A_PAYMENT"))
                .body("kind", equalTo("DISBURSEMENT"));
        propose(UUID.randomUUID().toString(), "WRONG_LOAN").statusCode(404);
        propose(desk.pay(twin, INSTALMENT), "WRONG_LOAN").statusCode(404);
        Stream.of("teller", "customer")
                .forEach(role -> desk.staff(desk.officer, role)
                        .get(ReversalDesk.reversals(loan))
                        .then()
                        .statusCode(403));
    }

    @Test
    void whatWasPrepaidLaterStandsOnThePayment() {
        String payment = desk.pay(loan, INSTALMENT);
        bank.bind(borrower);
        bank.today("2026-12-28");
        desk.prepay(borrower, loan, new JsonObject().put("date", "2026-12-28").put("amount", 10_000_000));
        assertTrue(bank.get(borrower, path(loan)).jsonPath().getLong("outstandingPrincipal") < 91_000_000);

        propose(payment, "RETURNED")
                .statusCode(409)
                .body("code", equalTo("REVERSAL_STOOD_ON"))
                .body("events", hasItem("PREPAID 2026-12-28"));
    }

    @Test
    void aContractThatIsSettledIsNotCalledBack() {
        String payment = desk.pay(loan, INSTALMENT);
        bank.bind(borrower);
        bank.today("2026-12-28");
        desk.prepay(borrower, loan, new JsonObject().put("date", "2026-12-28").put("full", true));
        assertEquals("SETTLED", bank.get(borrower, path(loan)).jsonPath().getString("state"));

        propose(payment, "RETURNED").statusCode(409).body("code", equalTo("REVERSAL_CONTRACT_SETTLED"));
        assertEquals("SETTLED", bank.get(borrower, path(loan)).jsonPath().getString("state"));
    }

    @Test
    void aKillLeavesAllOrNothing() {
        String reversal = propose(desk.pay(loan, INSTALMENT), "RETURNED")
                .statusCode(201)
                .extract()
                .path("id");

        // Killed when all is written and nothing committed.
        assertThrows(
                IllegalStateException.class,
                () -> transactions
                        .run(tx -> reversing
                                .approve(tx, loan, UUID.fromString(reversal), desk.approver)
                                .flatMap(done -> Uni.createFrom().<Void>failure(new IllegalStateException("killed"))))
                        .await()
                        .indefinitely());
        assertEquals("PAID", instalment(borrower, loan, "state"));
        assertEquals(
                2,
                bank.get(borrower, path(loan) + "/statement")
                        .jsonPath()
                        .getList("lines")
                        .size());

        decide(reversal, desk.approver, true).statusCode(200);
    }

    @Test
    void ofTwoWhoApproveAtOnceOneDoes() {
        String reversal = propose(desk.pay(loan, INSTALMENT), "RETURNED")
                .statusCode(201)
                .extract()
                .path("id");

        List<Integer> answers = Stream.of(desk.approver, UUID.randomUUID())
                .map(by -> CompletableFuture.supplyAsync(
                        () -> decide(reversal, by, true).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertEquals(List.of(200, 409), answers);
        assertAlike();
    }

    /** Whatever a borrower sees of the two, their names aside. */
    private void assertAlike() {
        assertEquals(desk.seen(other, twin), desk.seen(borrower, loan));
        assertReplays();
    }

    private void assertReplays() {
        new StoredLoans(transactions, loans).assertReplays(loan);
    }

    private void takeBack(String payment) {
        takeBack(payment, "RETURNED");
    }

    private void takeBack(String payment, String cause) {
        desk.takeBack(loan, payment, cause);
    }

    private ValidatableResponse propose(String payment, String cause) {
        return desk.propose(loan, payment, cause);
    }

    private ValidatableResponse decide(String reversal, UUID by, boolean approved) {
        return desk.decide(loan, reversal, by, approved);
    }

    private String instalment(UUID who, UUID which, String field) {
        return bank.get(who, path(which) + "/instalments").jsonPath().getString("items[0]." + field);
    }
}
