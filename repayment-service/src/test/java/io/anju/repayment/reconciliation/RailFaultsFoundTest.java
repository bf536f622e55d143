package io.anju.repayment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each way in which the rail can be wrong, found as exactly the break that it is, owned, and resolved. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class RailFaultsFoundTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    ReconciliationWorker worker;

    @Inject
    BreakMeters meters;

    @Test
    void findsNothingWhereTheSidesAgree() {
        RailDay day = paidOn("2034-03-01", "6222023400000015");

        JsonPath found = day.reconcile();

        assertEquals(List.of(), day.breaks());
        day.assertUsualLines();
        assertEquals(2, found.getInt("lines"));
        assertEquals(RailDay.usualTotal(), found.getLong("sides.rail.total"));
        assertEquals(RailDay.usualTotal(), found.getLong("sides.ledger.total"));
        assertEquals(RailDay.usualTotal(), found.getLong("sides.instalments"));
        // 1,000,000.00 less the first instalment's principal of 1,573.78.
        assertEquals(100_000_000 - 157_378, found.getLong("sides.owedByLoans"));
        assertEquals(100_000_000 - 157_378, found.getLong("sides.owedByLedger"));
    }

    @Test
    void findsNothingWhereCallbacksComeTwiceOutOfOrderOrInsteadOfAnAnswer() {
        RailDay day = day("2034-04-01");
        day.borrow("6222023400000023");
        day.quirkOfCard("{\"duplicateCallbacks\":3,\"outOfOrder\":true,\"timeoutAfterSuccess\":true}");
        day.order();
        day.awaitPaid();

        day.reconcile();

        assertEquals(List.of(), day.breaks());
        assertEquals(1, day.count("select count(*) from transfer where idempotency_key = $1", day.reference()));
    }

    @Test
    void aCallbackThatComesAfterTheDayIsAStatusThatDiffersUntilItComes() {
        RailDay day = day("2034-05-01");
        day.borrow("6222023400000031");
        day.quirkOfCard("{\"silent\":true}");
        day.order();
        day.awaitInFile();

        day.reconcile();

        JsonPath found = day.theBreak();
        assertFound(found, "STATUS_DIFFERS", RailDay.INSTALMENT, 0);
        day.quirkOfCard("{}");
        day.awaitPaid();
        worker.drain().await().indefinitely();
        JsonPath after = day.aBreak(found.getString("id"));
        assertEquals("RESOLVED", after.getString("state"));
        assertEquals("AGREED", after.getString("remedy"));
        assertEquals("reconciliation", after.getString("resolvedBy"));

        JsonPath next = reconciled("2034-05-02");
        assertEquals(-RailDay.INSTALMENT, next.getLong("sides.carried"));
        assertEquals(0, next.getInt("breaks"));
    }

    @Test
    void whatTheRailDidAndNeverToldIsBookedByTwoPeople() {
        RailDay day = day("2034-06-01");
        day.borrow("6222023400000049");
        day.quirkOfCard("{\"silent\":true}");
        day.order();
        day.awaitInFile();
        day.reconcile();
        String id = day.theBreak().getString("id");

        day.resolve(RailDay.OWNER, id, "BOOKED").statusCode(403).body("code", equalTo("BREAK_NOT_YOURS"));
        day.assign(id);
        day.resolve(RailDay.OWNER, id, "TO_COUNTER").statusCode(422).body("code", equalTo("BREAK_REMEDY_NOT_FITTING"));
        day.resolve(RailDay.OWNER, id, "BOOKED").statusCode(200).body("state", equalTo("PROPOSED"));
        day.approve(RailDay.OWNER, id, "BOOKED").statusCode(403).body("code", equalTo("BREAK_SAME_PERSON"));
        assertEquals("SENT", day.orderState());
        day.approve(RailDay.COLLEAGUE, id, "WITHDRAWN")
                .statusCode(409)
                .body("code", equalTo("BREAK_OTHER_REMEDY"))
                .body("proposed", equalTo("BOOKED"));
        assertEquals("SENT", day.orderState());
        day.approve(RailDay.COLLEAGUE, id, "BOOKED").statusCode(200).body("state", equalTo("RESOLVED"));

        day.awaitPaid();
        assertEquals("SUCCEEDED", day.orderState());
        day.approve(RailDay.COLLEAGUE, id, "BOOKED").statusCode(409).body("code", equalTo("BREAK_RESOLVED"));
    }

    @Test
    void aPartMovedIsAnAmountThatDiffersAndGoesToTheCounter() {
        RailDay day = day("2034-07-01");
        day.borrow("6222023400000056");
        day.quirkOfCard("{\"partialAmount\":100000}");
        day.order();
        org.awaitility.Awaitility.await("the word of another amount")
                .until(() -> day.count("select count(*) from rail_break where reference = $1", day.reference()) == 1);

        day.reconcile();

        JsonPath found = day.theBreak();
        assertFound(found, "AMOUNT_DIFFERS", 100_000, 100_000);
        assertEquals(RailDay.INSTALMENT, found.getLong("ordered"));
        String id = found.getString("id");
        assertEquals(100_000, day.inSuspense(id));
        day.assign(id);
        day.resolve(RailDay.OWNER, id, "EXPLAINED").statusCode(422).body("code", equalTo("BREAK_REMEDY_NOT_FITTING"));
        day.resolve(RailDay.OWNER, id, "TO_COUNTER").statusCode(200);
        day.approve(RailDay.COLLEAGUE, id, "TO_COUNTER").statusCode(200).body("suspended", equalTo(false));
        assertEquals(0, day.inSuspense(id));
        assertEquals("FAILED", day.orderState());
        day.checked();
    }

    @Test
    void aWrongAmountInTheFileIsAnAmountThatDiffers() {
        RailDay day = paidOn("2034-08-01", "6222023400000064");
        day.quirkOfOrder("{\"fileAmount\":449046}");

        day.reconcile();

        JsonPath found = day.theBreak();
        assertFound(found, "AMOUNT_DIFFERS", 1, 1);
        withdraw(day, found.getString("id"));
    }

    @Test
    void aSmallerAmountInTheFileIsNothingToSuspend() {
        RailDay day = paidOn("2034-09-01", "6222023400000072");
        day.quirkOfOrder("{\"fileAmount\":449044}");

        day.reconcile();

        JsonPath found = day.theBreak();
        assertFound(found, "AMOUNT_DIFFERS", -1, 0);
        explain(day, found.getString("id"));
    }

    @Test
    void aMissingLineIsMissingAtTheRail() {
        RailDay day = paidOn("2034-10-01", "6222023400000080");
        day.quirkOfOrder("{\"fileMissing\":true}");

        day.reconcile();

        JsonPath found = day.theBreak();
        assertFound(found, "MISSING_AT_RAIL", -RailDay.INSTALMENT, 0);
        assertEquals(day.reference(), found.getString("reference"));
        explain(day, found.getString("id"));
    }

    @Test
    void aSurplusLineIsAnUnknownReference() {
        RailDay day = paidOn("2034-11-01", "6222023400000098");
        day.addLine("=nobody's \"2034\"", 12_345);

        day.reconcile();

        JsonPath found = day.theBreak();
        assertFound(found, "UNKNOWN_REFERENCE", 12_345, 12_345);
        assertEquals(12_345, day.inSuspense(found.getString("id")));
        meters.look().await().indefinitely();
        assertTrue(given().get("/q/metrics")
                .asString()
                .contains("anju_breaks_open{days=\"0\",kind=\"UNKNOWN_REFERENCE\"}"));
        String line = day.csv().lines().toList().get(1);
        assertTrue(line.contains(",\"'=nobody's \"\"2034\"\"\",OPEN,loan-officer,"), line);
        assertTrue(line.contains(",0.00,123.45,123.45,123.45,"), line);
        withdraw(day, found.getString("id"));
    }

    @Test
    void aLineListedTwiceIsPostedTwice() {
        RailDay day = paidOn("2034-12-01", "6222023400000106");
        day.quirkOfOrder("{\"fileTwice\":true}");

        day.reconcile();

        JsonPath found = day.theBreak();
        assertFound(found, "POSTED_TWICE", RailDay.INSTALMENT, RailDay.INSTALMENT);
        withdraw(day, found.getString("id"));
    }

    @Test
    void whatAnOrderLeavesOverThatTheRailTellsOfAsFailedGoesToSuspense() throws GeneralSecurityException {
        RailDay day = day("2035-08-01");
        day.borrow("6222023400000916");
        day.quirkOfCard("{\"silent\":true}");
        day.order();
        day.awaitInFile();
        day.reconcile();
        String id = day.theBreak().getString("id");

        day.tell("FAILED");
        worker.drain().await().indefinitely();

        JsonPath found = day.aBreak(id);
        assertFound(found, "STATUS_DIFFERS", RailDay.INSTALMENT, RailDay.INSTALMENT);
        assertEquals(RailDay.INSTALMENT, day.inSuspense(id));
        withdraw(day, id);
    }

    @Test
    void aRepeatedLineIsWithdrawnWithoutTheOrderThatItRepeats() {
        RailDay day = day("2035-09-01");
        day.borrow("6222023400000924");
        day.quirkOfCard("{\"silent\":true,\"fileTwice\":true}");
        day.order();
        day.awaitInFile();
        day.reconcile();
        assertEquals(
                List.of("POSTED_TWICE", "STATUS_DIFFERS"),
                day.breaks().stream().map(one -> one.get("kind")).toList());

        withdraw(day, (String) day.breaks().getFirst().get("id"));

        assertEquals("SENT", day.orderState());
    }

    private RailDay day(String date) {
        return new RailDay(neighbours, outside, transactions, worker, date);
    }

    private RailDay paidOn(String date, String card) {
        RailDay day = day(date);
        day.payInstalment(card);
        day.awaitPaid();
        return day;
    }

    private JsonPath reconciled(String date) {
        return day(date).reconcile();
    }

    private static void assertFound(JsonPath found, String kind, long difference, long suspense) {
        assertEquals(kind, found.getString("kind"), found.prettify());
        assertEquals(difference, found.getLong("difference"));
        assertEquals(suspense, found.getLong("suspense"));
        assertEquals(suspense != 0, found.getBoolean("suspended"));
        assertEquals("OPEN", found.getString("state"));
        assertEquals("loan-officer", found.getString("owner"));
    }

    private static void explain(RailDay day, String id) {
        day.assign(id);
        day.resolve(RailDay.COLLEAGUE, id, "EXPLAINED").statusCode(403);
        day.resolve(RailDay.OWNER, id, "EXPLAINED").statusCode(200).body("state", equalTo("RESOLVED"));
        day.checked();
    }

    private static void withdraw(RailDay day, String id) {
        day.assign(id);
        day.resolve(RailDay.OWNER, id, "WITHDRAWN").statusCode(200).body("state", equalTo("PROPOSED"));
        day.approve(UUID.randomUUID(), id, "WITHDRAWN").statusCode(200).body("state", equalTo("RESOLVED"));
        assertEquals(0, day.inSuspense(id));
        day.checked();
    }
}
