package io.anju.repayment.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.ReconciliationSteps.Task;
import io.anju.repayment.reconciliation.model.DailyFile;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Between the lease of a date and the taking in of its file a worker holds nothing that its death would leave behind. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class FileFetchTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    SettlementFile file;

    @Inject
    ReconciliationWorker worker;

    @Inject
    ReconciliationWork work;

    @Inject
    Workers workers;

    @Test
    void nobodyHoldsTheDateWhileItsFileIsFetched() {
        RailDay day = day("2036-01-01");
        Task task = workers.lease(day);

        workThatFetches((source, date) -> transactions
                        .run(tx -> tx.select(
                                "select 1 from reconciliation where source = 'RAIL' and date = $1 for update nowait",
                                date))
                        .flatMap(free -> file.open(source, date)))
                .run(task)
                .await()
                .indefinitely();

        assertEquals("FETCHED", state(day));
        assertDoneOnce(day);
    }

    @Test
    void whoDiesInTheMiddleOfAFetchIsFollowedOnceItsLeaseIsOver() {
        RailDay day = day("2036-02-01");
        workThatFetches((source, date) -> Uni.createFrom().nothing())
                .run(workers.lease(day))
                .subscribe()
                .with(done -> {})
                .cancel();

        assertTrue(worker.lease(Channel.RAIL).await().indefinitely().isEmpty(), "nobody else works on it meanwhile");
        drain();
        assertEquals("WAITING", state(day));
        assertEquals(0, lines(day));

        endLease(day);
        assertDoneOnce(day);
    }

    @Test
    void aFetchThatFailsLeavesNothing() {
        RailDay day = day("2036-03-01");
        Task task = workers.lease(day);
        Optional<String> failed = workThatFetches((source, date) -> file.open(source, date)
                        .flatMap(SettlementFile.Opened::closing)
                        .flatMap(gone -> Uni.createFrom().failure(new IllegalStateException("killed"))))
                .run(task)
                .map(done -> Optional.<String>empty())
                .onFailure()
                .recoverWithItem(failure -> Optional.of(String.valueOf(failure.getMessage())))
                .await()
                .indefinitely();

        assertEquals(Optional.of("killed"), failed);
        assertEquals("WAITING", state(day));
        assertEquals(0, lines(day));
        endLease(day);
        assertDoneOnce(day);
    }

    @Test
    void whoComesBackAfterItsLeaseTakesNothingIn() {
        RailDay day = day("2036-04-01");
        Task late = workers.lease(day);
        endLease(day);
        Task next = workers.lease(day);

        work.run(late).await().indefinitely();

        assertEquals("WAITING", state(day));
        assertEquals(0, lines(day));
        work.run(next).await().indefinitely();
        assertEquals("FETCHED", state(day));
        assertDoneOnce(day);
    }

    /** How a file is had. */
    private interface Fetch {
        Uni<SettlementFile.Opened> of(Channel source, LocalDate date);
    }

    private ReconciliationWork workThatFetches(Fetch fetch) {
        var settlementFile = new SettlementFile() {
            @Override
            public Uni<Opened> open(Channel source, LocalDate date) {
                return fetch.of(source, date);
            }

            @Override
            public Uni<Boolean> mayDiffer(Channel source, LocalDate date, Optional<String> tag) {
                return Uni.createFrom().item(true);
            }
        };
        return workers.fetching(settlementFile);
    }

    private void endLease(RailDay day) {
        transactions
                .run(tx -> tx.update(
                        "update reconciliation set leased_until = leased_until - interval '1 hour' where date = $1",
                        day.date()))
                .await()
                .indefinitely();
    }

    private void assertDoneOnce(RailDay day) {
        drain();
        assertEquals(2, day.checked().getInt("lines"));
        assertEquals(2, lines(day));
        assertEquals(2, day.breaks().size());
    }

    private void drain() {
        worker.drain().await().indefinitely();
    }

    private static String state(RailDay day) {
        return day.get("/api/v1/staff/reconciliations/" + day.date()).getString("state");
    }

    private static long lines(RailDay day) {
        return day.count("select count(*) from rail_line where date = $1", day.date());
    }

    /** A day that is over, whose file has two lines that are nobody's. */
    private RailDay day(String date) {
        RailDay day = new RailDay(neighbours, outside, transactions, worker, date);
        day.replaceFile(DailyFile.HEADER + "\r\n"
                + "t1,%1$s-a,DEBIT,SUCCEEDED,,a,100,x\r\nt2,%1$s-b,DEBIT,SUCCEEDED,,a,200,x\r\n".formatted(date));
        // A date that was compared before is so again once an older one is done, and would be leased first.
        drain();
        day.end();
        return day;
    }
}
