package io.anju.repayment.reconciliation;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.repayment.reconciliation.ReconciliationSteps.Task;
import io.anju.repayment.reconciliation.model.DailyFile;
import io.anju.repayment.reconciliation.model.Reconciliation.Stage;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A file that is published anew: read again, compared again, and nothing that people have decided undone. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class CorrectedFileTest extends CorrectedFileTestBase {

    @Inject
    ReconciliationWork work;

    @Inject
    Workers workers;

    @Test
    void aBreakThatTheCorrectionExplainsIsClosedByItAndItsMoneyComesOutOfSuspense() {
        RailDay day = paidOn("2039-01-01", "6222023900000010");
        String right = file(day);
        day.replaceFile(right + STRANGER.formatted("1"));
        day.reconcile();
        String id = day.theBreak().getString("id");
        assertEquals(12_345, day.inSuspense(id));

        day.replaceFile(right);
        JsonPath after = reread(day);

        assertEquals(2, after.getInt("version"));
        assertEquals(2, after.getInt("lines"));
        assertEquals(RailDay.usualTotal(), after.getLong("sides.rail.total"));
        assertEquals(0, after.getInt("breaksOpen"));
        JsonPath closed = day.aBreak(id);
        assertEquals("RESOLVED", closed.getString("state"));
        assertEquals("CORRECTED", closed.getString("remedy"));
        assertEquals("reconciliation", closed.getString("resolvedBy"));
        assertEquals(
                "file version 2, SHA-256 " + after.getString("sha256"), closed.getString("reason"), closed.prettify());
        assertTrue(closed.getBoolean("overtaken"));
        assertEquals(0, day.inSuspense(id));
    }

    @Test
    void aBreakThatTheCorrectionBringsIsOpened() {
        RailDay day = paidOn("2039-02-01", "6222023900000028");
        String right = file(day);
        day.reconcile();
        assertEquals(List.of(), day.breaks());

        day.replaceFile(right.replace(",449045,", ",449046,"));
        reread(day);

        JsonPath found = day.theBreak();
        assertEquals("AMOUNT_DIFFERS", found.getString("kind"));
        assertEquals("OPEN", found.getString("state"));
        assertEquals(1, day.inSuspense(found.getString("id")));
    }

    @Test
    void whatPeopleHaveDecidedStaysAndIsShown() {
        RailDay day = paidOn("2039-03-01", "6222023900000036");
        String right = file(day);
        day.replaceFile(right + STRANGER.formatted("31") + STRANGER.formatted("32"));
        day.reconcile();
        String kept = idOf(day, "nobody-31");
        day.assign(kept);
        day.resolve(RailDay.OWNER, kept, "WITHDRAWN").statusCode(200);
        day.approve(RailDay.COLLEAGUE, kept, "WITHDRAWN").statusCode(200);
        String assigned = idOf(day, "nobody-32");
        day.assign(assigned);

        // Both are still in the corrected file; a third is new.
        day.replaceFile(right + STRANGER.formatted("31") + STRANGER.formatted("32") + STRANGER.formatted("33"));
        reread(day);

        assertEquals(3, day.breaks().size());
        assertEquals("WITHDRAWN", day.aBreak(kept).getString("remedy"));
        assertEquals(false, day.aBreak(kept).getBoolean("overtaken"));
        assertEquals("ASSIGNED", day.aBreak(assigned).getString("state"));
        assertEquals(RailDay.OWNER.toString(), day.aBreak(assigned).getString("owner"));

        // None is in the next one.
        day.replaceFile(right);
        JsonPath after = reread(day);

        assertEquals(3, after.getInt("version"));
        JsonPath decided = day.aBreak(kept);
        assertEquals("WITHDRAWN", decided.getString("remedy"));
        assertEquals("asked the rail, case 7", decided.getString("reason"));
        assertEquals(RailDay.COLLEAGUE.toString(), decided.getString("resolvedBy"));
        assertTrue(decided.getBoolean("overtaken"));
        assertEquals("CORRECTED", day.aBreak(assigned).getString("remedy"));
        assertEquals(3, day.breaks().size());
    }

    @Test
    void moneyThatWasPaidOutByAFileThatWasWrongIsABreakOfItsOwn() {
        RailDay day = paidOn("2039-04-01", "6222023900000044");
        String right = file(day);
        day.replaceFile(right + STRANGER.formatted("4"));
        day.reconcile();
        String paidOut = day.theBreak().getString("id");
        day.assign(paidOut);
        day.resolve(RailDay.OWNER, paidOut, "TO_COUNTER").statusCode(200);
        day.approve(RailDay.COLLEAGUE, paidOut, "TO_COUNTER").statusCode(200);

        day.replaceFile(right);
        reread(day);

        Map<String, Object> opened = day.breaks().getLast();
        assertEquals(paidOut, opened.get("overtakes"));
        assertEquals("MISSING_AT_RAIL", opened.get("kind"));
        assertEquals("TO_COUNTER 12345", opened.get("ours"));
        assertEquals("OPEN", opened.get("state"));
        // And read once more it is the same one.
        reread(day);
        assertEquals(2, day.breaks().size());
    }

    @Test
    void theSameFileReadAgainChangesNothing() {
        RailDay day = paidOn("2039-05-01", "6222023900000051");
        JsonPath before = day.reconcile();

        JsonPath after = reread(day);

        assertEquals(1, after.getInt("version"));
        assertEquals(before.getString("sha256"), after.getString("sha256"));
        day.assertUsualLines();
    }

    @Test
    void datesBehindItAreComparedAgain() {
        comparesAgainOnceTheFirstOfTwoIsCorrected("2039-06-01", "6", next -> {});
    }

    @Test
    void aDateBehindItIsComparedAgainThoughItIsReadAgainItselfAndUnchanged() {
        comparesAgainOnceTheFirstOfTwoIsCorrected(
                "2039-06-11", "611", next -> next.reread().statusCode(200));
    }

    private void comparesAgainOnceTheFirstOfTwoIsCorrected(String date, String stranger, Consumer<RailDay> meanwhile) {
        RailDay day = new RailDay(neighbours, outside, transactions, worker, date);
        RailDay next = new RailDay(
                neighbours,
                outside,
                transactions,
                worker,
                LocalDate.parse(date).plusDays(1).toString());
        String none = DailyFile.HEADER + "\r\n";
        day.replaceFile(none + STRANGER.formatted(stranger));
        next.replaceFile(none + STRANGER.formatted(stranger));
        next.end();
        day.begin(day.date()).statusCode(201);
        drain();
        assertEquals("POSTED_TWICE", next.theBreak().getString("kind"));

        day.replaceFile(none);
        meanwhile.accept(next);
        reread(day);

        assertEquals(
                List.of("POSTED_TWICE RESOLVED", "UNKNOWN_REFERENCE OPEN"),
                next.breaks().stream()
                        .map(one -> one.get("kind") + " " + one.get("state"))
                        .toList());
        next.checked();
    }

    @Test
    void goesOnWhereADeadWorkerStopped() {
        RailDay day = paidOn("2039-07-01", "6222023900000069");
        String right = file(day);
        day.replaceFile(right + STRANGER.formatted("71"));
        day.reconcile();
        String gone = day.theBreak().getString("id");
        day.replaceFile(right + STRANGER.formatted("72"));
        day.reread().statusCode(200).body("state", equalTo("WAITING"));
        day.reread().statusCode(200);

        for (Stage stage : List.of(Stage.WAITING, Stage.FETCHED, Stage.COMPARED, Stage.COMPARED)) {
            Task task = workers.lease(day);
            assertEquals(stage, task.stage());
            workers.dieInTheMiddleOf(task);
            work.run(task).await().indefinitely();
            if (stage == Stage.WAITING) {
                day.reread().statusCode(409).body("code", equalTo("RECONCILIATION_UNDER_WAY"));
            }
        }

        assertEquals(2, day.checked().getInt("version"));
        assertEquals(0, day.inSuspense(gone));
        assertEquals("CORRECTED", day.aBreak(gone).getString("remedy"));
        assertEquals(2, day.breaks().size());
        assertEquals(1, day.count("select count(*) from transfer where idempotency_key = $1", "release:" + gone));
    }

    @Test
    void aDateThatWasNeverBegunIsNotReadAgain() {
        RailDay day = new RailDay(neighbours, outside, transactions, worker, "2039-08-01");

        day.reread().statusCode(404);
        assertNull(day.breaks().stream().findAny().orElse(null));
    }

    private static String idOf(RailDay day, String reference) {
        return day.breaks().stream()
                .filter(one -> reference.equals(one.get("reference")))
                .map(one -> (String) one.get("id"))
                .findFirst()
                .orElseThrow();
    }
}
