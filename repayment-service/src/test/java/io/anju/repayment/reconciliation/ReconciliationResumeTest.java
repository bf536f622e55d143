package io.anju.repayment.reconciliation;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.reconciliation.ReconciliationSteps.Task;
import io.anju.repayment.reconciliation.model.DailyFile;
import io.anju.repayment.reconciliation.model.Reconciliation.Stage;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files that are refused, workers that die at every step, several at once, and the same day twice. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class ReconciliationResumeTest {

    private static final int SURPLUS = 1_203;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    ReconciliationWorker worker;

    @Inject
    ReconciliationWork work;

    @Inject
    Workers workers;

    @Test
    void refusesAMalformedFileWholeAndSaysWhyUntilTheRailMendsIt() {
        RailDay day = day("2035-01-01");
        day.replaceFile(surplus(SURPLUS, "m") + "t,r,DEBIT,SUCCEEDED,,tok,4490.45,2035-01-01T02:00:00Z\r\n");
        day.end();

        drain();

        JsonPath refused = day.get("/api/v1/staff/reconciliations/2035-01-01");
        assertEquals("WAITING", refused.getString("state"));
        assertTrue(refused.getString("problem").startsWith("RAIL_FILE_MALFORMED"), refused.prettify());
        assertTrue(refused.getString("problem").contains(String.valueOf(SURPLUS + 1)), refused.prettify());
        assertEquals(0, lines(day));

        day.replaceFile(surplus(1, "m"));
        forgetLease(day);
        drain();
        assertEquals(1, day.checked().getInt("breaks"));
        assertEquals(null, day.get("/api/v1/staff/reconciliations/2035-01-01").getString("problem"));
    }

    @Test
    void refusesAFileThatWasCutOff() {
        RailDay day = day("2035-02-01");
        String whole = surplus(3, "c");
        day.replaceFile(whole.substring(0, whole.length() - 9));
        day.end();

        drain();

        assertTrue(day.get("/api/v1/staff/reconciliations/2035-02-01")
                .getString("problem")
                .contains("end of line"));
        day.replaceFile("");
        forgetLease(day);
        drain();
        assertEquals(0, day.checked().getInt("lines"));
    }

    @Test
    void goesOnWhereDeadWorkersStoppedAndDoesNothingTwice() {
        RailDay day = day("2035-03-01");
        day.replaceFile(surplus(SURPLUS, "k"));
        // Dates before it that wait to be compared again would be leased first.
        drain();
        day.end();

        for (Stage stage : List.of(Stage.WAITING, Stage.FETCHED, Stage.COMPARED, Stage.COMPARED)) {
            Task task = workers.lease(day);
            assertEquals(stage, task.stage());
            workers.dieInTheMiddleOf(task);
            work.run(task).await().indefinitely();
        }
        drain();

        assertDoneOnce(day, "k");
    }

    @Test
    void severalReplicasAtOnceDoTheWorkOfOne() {
        RailDay day = day("2035-04-01");
        day.replaceFile(surplus(SURPLUS, "p"));
        // Dates before it that wait to be compared again would be leased first.
        drain();
        day.end();
        // Each believes that the lease is its own.
        for (Stage stage : List.of(Stage.WAITING, Stage.FETCHED)) {
            Task task = workers.lease(day);
            assertEquals(stage, task.stage());
            Uni.join()
                    .all(IntStream.range(0, 4)
                            .mapToObj(replica -> work.run(task))
                            .toList())
                    .andFailFast()
                    .await()
                    .indefinitely();
        }

        Uni.join()
                .all(IntStream.range(0, 4).mapToObj(replica -> worker.drain()).toList())
                .andFailFast()
                .await()
                .indefinitely();
        drain();

        assertDoneOnce(day, "p");
    }

    @Test
    void theSameDayTwiceIsTheSameResult() {
        RailDay day = day("2035-05-01");
        day.replaceFile(surplus(5, "t"));
        JsonPath first = day.reconcile();

        day.begin(day.date()).statusCode(201).body("state", equalTo("DONE"));
        drain();

        assertEquals(first.prettify(), day.checked().prettify());
        assertEquals(5, day.breaks().size());
    }

    @Test
    void aDayThatIsNotOverIsNotReconciled() {
        RailDay day = day("2035-06-01");

        day.begin(day.date()).statusCode(422).body("code", equalTo("RECONCILIATION_DATE_AHEAD"));
    }

    private void assertDoneOnce(RailDay day, String mark) {
        JsonPath done = day.checked();
        assertEquals(SURPLUS, done.getInt("lines"));
        assertEquals(SURPLUS, done.getInt("breaks"));
        assertEquals(SURPLUS, lines(day));
        assertEquals(
                SURPLUS,
                day.count(
                        "select count(*) from transfer t join rail_break b on b.suspended_by = t.id"
                                + " where b.reference like $1 and t.amount = b.suspense",
                        mark + "-%"));
        assertEquals(
                SURPLUS,
                day.count(
                        "select count(*) from transfer t join rail_break b on t.idempotency_key = 'suspense:' || b.id"
                                + " where b.reference like $1",
                        mark + "-%"));
    }

    /** As if the pause were over. */
    private void forgetLease(RailDay day) {
        transactions
                .run(tx ->
                        tx.update("update reconciliation set leased_until = '-infinity' where date = $1", day.date()))
                .await()
                .indefinitely();
    }

    private void drain() {
        worker.drain().await().indefinitely();
    }

    private static long lines(RailDay day) {
        return day.count("select count(*) from rail_line where date = $1", day.date());
    }

    private RailDay day(String date) {
        return new RailDay(neighbours, outside, transactions, worker, date);
    }

    private static String surplus(int lines, String mark) {
        return DailyFile.HEADER + "\r\n"
                + IntStream.rangeClosed(1, lines)
                        .mapToObj(i -> "t%d,%s-%d,DEBIT,SUCCEEDED,,a,%d,x\r\n".formatted(i, mark, i, i))
                        .collect(Collectors.joining());
    }
}
