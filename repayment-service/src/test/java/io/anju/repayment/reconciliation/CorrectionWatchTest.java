package io.anju.repayment.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A file that is published anew is noticed by itself, and asked about no more often than stated. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class CorrectionWatchTest extends CorrectedFileTestBase {

    /** The time between two looks, and a little for the test itself. */
    private static final Duration LATER = Duration.ofMinutes(61);

    @Inject
    CorrectionWatch watch;

    @Test
    void aCorrectionIsNoticedByItself() {
        RailDay day = paidOn("2039-09-01", "6222023900000077");
        String right = file(day);
        day.replaceFile(right + STRANGER.formatted("9"));
        assertNull(day.reconcile().getString("lookedAt"));
        String id = day.theBreak().getString("id");
        day.replaceFile(right);

        lookIn(LATER);
        drain();

        JsonPath after = day.checked();
        assertEquals(2, after.getInt("version"));
        assertNotNull(after.getString("lookedAt"));
        assertEquals("CORRECTED", day.aBreak(id).getString("remedy"));
        assertEquals(0, day.inSuspense(id));
    }

    @Test
    void aFileThatIsAsItWasIsNotReadAgain() {
        RailDay day = paidOn("2039-10-01", "6222023900000085");
        String finished = day.reconcile().getString("finishedAt");

        lookIn(LATER);

        JsonPath after = day.checked();
        assertNotNull(after.getString("lookedAt"));
        assertEquals(finished, after.getString("finishedAt"));
    }

    @Test
    void theSameLinesUnderAnotherTagAreReadOnceAndAreNoNewVersion() {
        RailDay day = paidOn("2039-11-01", "6222023900000093");
        day.reconcile();
        day.quirkOfCard("{\"duplicateCallbacks\":1}");

        lookIn(LATER);
        assertEquals("WAITING", state(day));
        drain();
        String finished = day.checked().getString("finishedAt");
        lookIn(LATER.multipliedBy(2));

        assertEquals(1, day.checked().getInt("version"));
        assertEquals(finished, day.checked().getString("finishedAt"));
    }

    @Test
    void noFileIsAskedAboutMoreOftenThanStated() {
        RailDay day = paidOn("2039-12-01", "6222023900000101");
        day.reconcile();
        day.replaceFile(file(day) + STRANGER.formatted("12"));

        lookIn(LATER.minusMinutes(5));
        assertEquals("DONE", state(day));
        lookIn(LATER);

        assertEquals("WAITING", state(day));
        drain();
    }

    @Test
    void aFileOfLongAgoIsNotAskedAbout() {
        RailDay day = paidOn("2040-01-01", "6222023900000119");
        day.reconcile();
        day.replaceFile(file(day) + STRANGER.formatted("14"));
        day.bank().today(day.date().plusDays(36).toString());

        lookIn(LATER);

        assertEquals("DONE", state(day));
    }

    @Test
    void aFileThatCannotBeHadIsLeftAsItWas() {
        RailDay day = paidOn("2040-03-01", "6222023900000127");
        String finished = day.reconcile().getString("finishedAt");
        day.bank().today(day.date().minusDays(1).toString());

        lookIn(LATER);

        JsonPath after = day.get("/api/v1/staff/reconciliations/" + day.date());
        assertNotNull(after.getString("lookedAt"));
        assertEquals(finished, after.getString("finishedAt"));
    }

    private void lookIn(Duration later) {
        watch.look(Instant.now().plus(later)).await().indefinitely();
    }

    private static String state(RailDay day) {
        return day.get("/api/v1/staff/reconciliations/" + day.date()).getString("state");
    }
}
