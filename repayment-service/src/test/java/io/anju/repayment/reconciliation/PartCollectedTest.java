package io.anju.repayment.reconciliation;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Days on which a debit took a part: the file says what was taken, and so do the books. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class PartCollectedTest {

    private static final long PART = 150_000;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    ReconciliationWorker worker;

    @Test
    void findsNothingWhereTheFileListsThePartThatWasPosted() {
        RailDay day = holding(PART, "2027-02-02", "6222023700000079");
        day.onDueDate();
        awaitConcluded(day);

        JsonPath found = day.reconcile();

        assertEquals(List.of(), day.breaks());
        assertEquals(PART, found.getLong("sides.rail.total"));
        assertEquals(PART, found.getLong("sides.ledger.total"));
        assertEquals(PART, found.getLong("sides.instalments"));
    }

    @Test
    void aPartThatIsToldAfterTheDayIsAStatusThatDiffersUntilThen() {
        RailDay day = holding(PART, "2027-02-06", "6222023700000087");
        day.quirkOfCard("{\"silent\":true}");
        day.onDueDate();
        day.awaitInFile();

        day.reconcile();

        JsonPath found = day.theBreak();
        assertEquals("STATUS_DIFFERS", found.getString("kind"), found.prettify());
        assertEquals(PART, found.getLong("difference"));
        assertEquals(0, found.getLong("suspense"));
        day.quirkOfCard("{}");
        awaitConcluded(day);
        worker.drain().await().indefinitely();
        assertEquals("AGREED", day.aBreak(found.getString("id")).getString("remedy"));
        assertEquals(PART, posted(day));
    }

    @Test
    void aPartThatIsNeverToldIsBookedByTwoPeople() {
        RailDay day = holding(PART, "2027-02-12", "6222023700000095");
        day.quirkOfCard("{\"silent\":true}");
        day.onDueDate();
        day.awaitInFile();
        day.reconcile();
        String id = day.theBreak().getString("id");

        day.assign(id);
        day.resolve(RailDay.OWNER, id, "BOOKED").statusCode(200).body("state", equalTo("PROPOSED"));
        day.approve(RailDay.COLLEAGUE, id, "BOOKED").statusCode(200).body("state", equalTo("RESOLVED"));

        assertEquals("SUCCEEDED", day.orderState());
        assertEquals(PART, posted(day));
        day.checked();
    }

    private RailDay holding(long balance, String date, String card) {
        var day = new RailDay(neighbours, outside, transactions, worker, date);
        day.borrow(card);
        day.bank().setBalance(day.token(), balance);
        return day;
    }

    private static void awaitConcluded(RailDay day) {
        Awaitility.await("the word of the rail").until(day::orderState, "SUCCEEDED"::equals);
    }

    private static long posted(RailDay day) {
        return day.count("""
                select coalesce(sum(e.amount), 0)::bigint
                from transfer t join entry e on e.transfer_id = t.id join account a on a.id = e.account_id
                where t.idempotency_key = $1 and a.code = 'RAIL_CLEARING'
                """, day.reference());
    }
}
