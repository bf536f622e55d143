package io.anju.repayment.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.rail.Breaks;
import io.anju.repayment.rail.RailOrders;
import io.anju.repayment.rail.model.Break;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Orders whose outcome never comes, and of which the files show that they moved nothing: two people end them as failed. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class OrderNotDoneTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    ReconciliationWorker worker;

    @Inject
    RailOrders orders;

    @Inject
    Breaks breaks;

    @Test
    void whatTheFileListsAsFailedEndsAndTheInstalmentCanBePaidAgain() throws Exception {
        RailDay day = ordered("2042-01-01", "6222023700000103", "{\"silent\":true}", 0);
        day.awaitInFile();
        day.reconcile();
        String id = day.theBreak().getString("id");
        day.pay().statusCode(409).body("code", equalTo("PAYMENT_UNDER_WAY"));

        day.assign(id);
        day.resolve(RailDay.OWNER, id, "NOT_DONE").statusCode(200).body("state", equalTo("PROPOSED"));
        day.approve(RailDay.OWNER, id, "NOT_DONE").statusCode(403).body("code", equalTo("BREAK_SAME_PERSON"));
        assertEquals("SENT", day.orderState());
        day.approve(RailDay.COLLEAGUE, id, "NOT_DONE").statusCode(200).body("state", equalTo("RESOLVED"));

        assertEquals("FAILED", day.orderState());
        day.checked();
        day.quirkOfCard("{}");
        day.bank().setBalance(day.token(), 10_000_000);
        day.pay().statusCode(201);
        day.awaitPaid();
    }

    @Test
    void whatIsInNeitherFileEndsOnceTheFileOfTheNextDayIsReadAsWell() {
        RailDay day = ordered("2042-02-01", "6222023700000111", "{\"silent\":true,\"fileMissing\":true}", 10_000_000);
        awaitWithTheRail(day);
        String reference = day.reference();
        String id = parked(day);
        day.reconcile();
        day.assign(id);

        day.resolve(RailDay.OWNER, id, "EXPLAINED").statusCode(422).body("code", equalTo("BREAK_REMEDY_NOT_FITTING"));
        day.resolve(RailDay.OWNER, id, "NOT_DONE").statusCode(422).body("code", equalTo("BREAK_REMEDY_NOT_FITTING"));
        nextDayOf(day).reconcile();
        day.resolve(RailDay.OWNER, id, "NOT_DONE").statusCode(200).body("state", equalTo("PROPOSED"));
        day.approve(RailDay.COLLEAGUE, id, "NOT_DONE").statusCode(200).body("remedy", equalTo("NOT_DONE"));

        assertEquals("FAILED", day.orderState());
        assertEquals(List.of(), openBreaks(reference));
        // And when the rail did move it after all, that is somebody's to look at again.
        day.quirkOfCard("{}");
        Awaitility.await("the late word")
                .until(() -> openBreaks(reference), List.of("STATUS_DIFFERS SUCCEEDED " + RailDay.INSTALMENT)::equals);
        assertEquals("FAILED", day.orderState());
        assertEquals(0, day.count("select count(*) from transfer where idempotency_key = $1", reference));
    }

    @Test
    void whatAFileShowsAsMovedDoesNotEndAsNotDone() {
        RailDay day = ordered("2042-03-01", "6222023700000129", "{\"silent\":true}", 10_000_000);
        day.awaitInFile();
        String id = parked(day);
        day.reconcile();
        nextDayOf(day).reconcile();
        day.assign(id);

        day.resolve(RailDay.OWNER, id, "NOT_DONE").statusCode(422).body("code", equalTo("BREAK_REMEDY_NOT_FITTING"));

        day.resolve(RailDay.OWNER, id, "BOOKED").statusCode(200);
        day.approve(RailDay.COLLEAGUE, id, "BOOKED").statusCode(200);
        day.awaitPaid();
    }

    @Test
    void anOrderThatIsStillAskedAboutIsNotEndedBecauseNoFileListsIt() {
        RailDay day = ordered("2042-04-01", "6222023700000137", "{\"silent\":true,\"fileMissing\":true}", 10_000_000);
        awaitWithTheRail(day);
        String id = noted(day);
        day.reconcile();
        nextDayOf(day).reconcile();
        day.assign(id);

        day.resolve(RailDay.OWNER, id, "NOT_DONE").statusCode(422).body("code", equalTo("BREAK_REMEDY_NOT_FITTING"));

        day.quirkOfCard("{}");
        day.awaitPaid();
    }

    private RailDay ordered(String date, String card, String quirk, long balance) {
        var day = new RailDay(neighbours, outside, transactions, worker, date);
        day.borrow(card);
        day.bank().setBalance(day.token(), balance);
        day.quirkOfCard(quirk);
        day.order();
        return day;
    }

    private RailDay nextDayOf(RailDay day) {
        return new RailDay(
                neighbours,
                outside,
                transactions,
                worker,
                day.date().plusDays(1).toString());
    }

    private void awaitWithTheRail(RailDay day) {
        Awaitility.await("the order at the rail")
                .until(
                        () -> given().get(outside.url() + "/rail/transactions?reference=" + day.reference())
                                .statusCode(),
                        status -> status == 200);
    }

    /** As the courier does when it has asked often enough; answers with the break. */
    private String parked(RailDay day) {
        String reference = day.reference();
        transactions
                .run(tx -> orders.park(tx, List.of(reference), day.date()))
                .await()
                .indefinitely();
        return noted(day);
    }

    private String noted(RailDay day) {
        String reference = day.reference();
        transactions
                .run(tx -> orders.listForUpdate(tx, List.of(reference))
                        .flatMap(found -> breaks.record(tx, List.of(Break.unanswered(found.getFirst(), "no outcome")))))
                .await()
                .indefinitely();
        List<Object[]> ids = transactions
                .run(tx -> tx.select("select id from rail_break where reference = $1", reference))
                .await()
                .indefinitely();
        assertEquals(1, ids.size());
        assertTrue(ids.getFirst()[0] instanceof UUID);
        return ids.getFirst()[0].toString();
    }

    private List<String> openBreaks(String reference) {
        return transactions
                .run(tx -> tx.select(
                        "select kind || ' ' || theirs from rail_break where reference = $1 and state <> 'RESOLVED'",
                        reference))
                .await()
                .indefinitely()
                .stream()
                .map(row -> (String) row[0])
                .toList();
    }
}
