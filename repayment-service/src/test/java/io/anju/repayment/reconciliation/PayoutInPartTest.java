package io.anju.repayment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.repayment.journey.RailWord;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A loan of 500,000.00 of whose payout the rail moved 200,000.00: nothing more is paid out before that is back. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class PayoutInPartTest {

    private static final long LENT = 50_000_000;
    private static final long PART = 20_000_000;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    ReconciliationWorker worker;

    private final UUID borrower = UUID.randomUUID();
    private UUID loan = new UUID(0, 0);

    @Test
    void whatTheCounterHasToGetBackIsNotPaidASecondTimeBeforeTwoPeopleSayThatItIsBack() {
        RailDay day = paidInPart("2043-01-01", "escrow-part-1");
        payOutAgain().statusCode(409).body("code", equalTo("PAYOUT_NOT_RETURNED"));
        day.reconcile();
        JsonPath found = day.theBreak();
        assertEquals("AMOUNT_DIFFERS", found.getString("kind"));
        assertEquals(-PART, found.getLong("suspense"));
        String id = found.getString("id");
        settle(day, id, "TO_COUNTER");

        assertEquals("FAILED", order());
        payOutAgain().statusCode(409).body("code", equalTo("PAYOUT_NOT_RETURNED"));
        giveUp().statusCode(409).body("code", equalTo("PAYOUT_NOT_RETURNED"));
        String toGetBack = day.breaks().stream()
                .filter(one -> id.equals(one.get("overtakes")))
                .map(one -> (String) one.get("id"))
                .findFirst()
                .orElseThrow();
        assertEquals("TO_COUNTER -" + PART, day.aBreak(toGetBack).getString("ours"));
        worker.drain().await().indefinitely();
        day.assign(toGetBack);
        day.resolve(RailDay.OWNER, toGetBack, "EXPLAINED").statusCode(422);
        settle(day, toGetBack, "RETURNED");

        day.checked();
        assertIsPaidOutWhole("escrow-part-1");
    }

    @Test
    void whatTheRailHasTakenBackIsPaidOutAnew() {
        RailDay day = paidInPart("2043-02-01", "escrow-part-2");
        day.reconcile();
        String id = day.theBreak().getString("id");
        day.resolve(RailDay.OWNER, id, "RETURNED").statusCode(403);
        day.assign(id);
        day.resolve(RailDay.OWNER, id, "RETURNED").statusCode(422).body("code", equalTo("BREAK_REMEDY_NOT_FITTING"));

        settle(day, id, "WITHDRAWN");

        assertEquals(1, day.breaks().size());
        assertIsPaidOutWhole("escrow-part-2");
    }

    @Test
    void aLateWordThatAFailedPayoutHasMovedIsHeardBeforeItIsOrderedAnew() throws Exception {
        RailDay day = ordered("2043-03-01", "closed-part-3");
        neighbours.awaitEvent("anju.loan.payout-failed.v1", loan.toString());
        RailWord.tell(outside, reference(), "SUCCEEDED", LENT);

        payOutAgain().statusCode(409).body("code", equalTo("PAYOUT_NOT_RETURNED"));

        String id = (String)
                select("select b.id::text from rail_break b join rail_order o using (reference) where o.loan_id = $1");
        day.assign(id);
        day.resolve(RailDay.OWNER, id, "EXPLAINED").statusCode(422);
        settle(day, id, "RETURNED");
        payOutAgain().statusCode(202);
    }

    private void assertIsPaidOutWhole(String payee) {
        quirk(payee, "{}");
        payOutAgain().statusCode(202);
        bank().awaitPayout(borrower, loan);
        assertEquals(
                LENT, bank().get(borrower, "/api/v1/loans/" + loan).jsonPath().getLong("outstandingPrincipal"));
    }

    private RailDay paidInPart(String date, String payee) {
        quirk(payee, "{\"partialAmount\":" + PART + "}");
        RailDay day = ordered(date, payee);
        Awaitility.await("the word of another amount")
                .until(() -> day.count("select count(*) from rail_break where reference = $1", reference()) == 1);
        return day;
    }

    private RailDay ordered(String date, String payee) {
        var day = new RailDay(neighbours, outside, transactions, worker, date);
        loan = bank().order(
                        borrower,
                        date,
                        LocalDate.parse(date).plusMonths(1).toString(),
                        List.of(Bank.tranche(LENT, 360, "EQUAL_INSTALMENT", "0.0000")),
                        payee)
                .getFirst();
        return day;
    }

    private static void settle(RailDay day, String id, String remedy) {
        day.assign(id);
        day.resolve(RailDay.OWNER, id, remedy).statusCode(200).body("state", equalTo("PROPOSED"));
        day.approve(RailDay.COLLEAGUE, id, remedy).statusCode(200).body("state", equalTo("RESOLVED"));
    }

    private ValidatableResponse payOutAgain() {
        return officer().post("/api/v1/staff/loans/" + loan + "/payouts").then();
    }

    private ValidatableResponse giveUp() {
        return officer()
                .body(new JsonObject().put("reason", "called off").encode())
                .post("/api/v1/staff/loans/" + loan + "/payout-cancellations")
                .then();
    }

    private RequestSpecification officer() {
        return given().auth()
                .oauth2(neighbours.tokens().staff(RailDay.OWNER, "loan-officer"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    private void quirk(String payee, String quirk) {
        given().contentType(ContentType.JSON)
                .body(quirk)
                .put(outside.url() + "/rail/accounts/" + payee + "/faults")
                .then()
                .statusCode(200);
    }

    private Bank bank() {
        return new Bank(neighbours, outside);
    }

    private String reference() {
        return (String) select("select reference from rail_order where loan_id = $1");
    }

    private Object order() {
        return select("select state from rail_order where loan_id = $1");
    }

    private Object select(String sql) {
        return transactions
                .run(tx -> tx.select(sql, loan))
                .await()
                .indefinitely()
                .getFirst()[0];
    }
}
