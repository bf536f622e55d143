package io.anju.repayment.wallet;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two at once: confirmations, an undoing and the end of the window, links of one loan. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class WalletRaceTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    UndoWindows windows;

    private Holder holder;
    private UUID loan;

    @BeforeEach
    void begin() {
        var bank = new Bank(neighbours, outside);
        holder = new Holder(neighbours, outside, UUID.randomUUID());
        bank.today("2026-11-22");
        bank.publishLpr("2026-10-20", "0.0350");
        holder.faults(new JsonObject());
        loan = bank.lend(holder.id(), "2026-11-22", "2026-12-22", "0.0000");
    }

    private Closer closer() {
        return new Closer(holder, holder.link(loan, "wal-" + loan, true), windows, transactions);
    }

    @Test
    void ofTwoLinksOfOneLoanAskedForAtOnceOneIsMade() throws Exception {
        String one = holder.code("wal-a");
        String other = holder.code("wal-b");

        List<Integer> answers = atOnce(
                () -> holder.ask(loan, one, false).statusCode(),
                () -> holder.ask(loan, other, false).statusCode());

        assertEquals(List.of(201, 409), answers.stream().sorted().toList());
    }

    @Test
    void ofTwoConfirmationsAtOnceOneCloses() throws Exception {
        Closer closer = closer();
        closer.settled();
        String etag = closer.etag();

        List<Integer> answers = atOnce(
                () -> closer.confirm(etag).statusCode(),
                () -> closer.confirm(etag).statusCode());

        assertEquals(List.of(200, 412), answers.stream().sorted().toList());
        assertEquals(
                1L,
                closer.count("select count(*) from wallet_notice where link_id = $1 and kind = 'CLOSING_REQUESTED'"));
    }

    @RepeatedTest(5)
    void anUndoingThatRacesTheEndOfTheWindowEitherComesFirstOrIsTooLate() throws Exception {
        Closer closer = closer();
        closer.settled();
        closer.confirm(closer.etag()).then().statusCode(200);

        String etag = closer.etag();

        List<Integer> answers = atOnce(
                () -> closer.postAt("/unlinking/undo", etag).statusCode(), () -> closer.close(Closer.LONG) ? 1 : 0);

        boolean undone = answers.getFirst() == 200;
        assertEquals(undone ? 0 : 1, answers.getLast());
        holder.get(closer.path("")).then().body("state", equalTo(undone ? "LINKED" : "UNLINKED"));
        holder.get(closer.path("/unlinking")).then().body("state", equalTo(undone ? "UNDONE" : "FINISHED"));
        assertEquals(
                undone ? 0L : 1L,
                closer.count("select count(*) from wallet_notice where link_id = $1 and kind = 'CLOSED'"));
    }

    @SafeVarargs
    private static List<Integer> atOnce(Callable<Integer>... acts) throws Exception {
        var barrier = new CyclicBarrier(acts.length);
        try (var threads = Executors.newFixedThreadPool(acts.length)) {
            List<Future<Integer>> running = Stream.of(acts)
                    .map(act -> threads.submit(() -> {
                        barrier.await();
                        return act.call();
                    }))
                    .toList();
            return List.of(running.getFirst().get(), running.getLast().get());
        }
    }
}
