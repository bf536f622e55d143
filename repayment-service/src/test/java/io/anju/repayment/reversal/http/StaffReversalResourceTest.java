package io.anju.repayment.reversal.http;

import static io.anju.repayment.reversal.http.ReversalDesk.path;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A payment is taken back, and what comes of it. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class StaffReversalResourceTest extends TwinLoansTestBase {

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
}
