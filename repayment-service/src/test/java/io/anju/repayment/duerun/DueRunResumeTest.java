package io.anju.repayment.duerun;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.duerun.model.Chunk;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Workers that die: at a chunk they leased, and in the middle of its transaction. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class DueRunResumeTest {

    private static final int LOANS = 5;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    DueRuns runs;

    @Inject
    ChunkWork work;

    @Inject
    BusinessClock clock;

    @Inject
    Ids ids;

    @Test
    void goesOnWhereDeadWorkersStoppedAndDoesNothingTwice() {
        var bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
        List<UUID> loans = new ArrayList<>();
        for (int i = 0; i < LOANS; i++) {
            UUID borrower = UUID.randomUUID();
            loans.add(bank.lend(borrower, "2026-11-22", "2026-12-24", "0.0000"));
            bank.bind(borrower, "1380013810" + i, "6222020000000007");
        }
        bank.today("2026-12-24");

        // Each transaction starts the run and takes a chunk before any other worker can see one.
        List<Chunk> abandoned = new ArrayList<>();
        UUID run = await(tx -> runs.start(tx, ids.next(), LocalDate.of(2026, 12, 24), "test", clock.now(), 2)
                .call(id -> lease(tx).invoke(abandoned::add))
                .call(id -> lease(tx).invoke(abandoned::add)));
        dieInTheMiddleOf(abandoned.get(1));

        Awaitility.await("the run")
                .atMost(Duration.ofSeconds(60))
                .until(() -> await(tx -> runs.find(tx, run))
                        .orElseThrow()
                        .finishedAt()
                        .isPresent());
        assertEquals(2, abandoned.stream().map(Chunk::number).distinct().count());
        for (UUID loan : loans) {
            Awaitility.await("the debit of " + loan).until(() -> count("transfer", loan) == 2);
            assertEquals(1, count("bill", loan));
            assertEquals(2, count("rail_order", loan));
        }
    }

    private Uni<Chunk> lease(Tx tx) {
        return runs.lease(tx, clock.today(), clock.now(), Duration.ofSeconds(2)).map(chunk -> chunk.orElseThrow());
    }

    private void dieInTheMiddleOf(Chunk chunk) {
        transactions
                .run(tx -> work.run(tx, chunk)
                        .<Void>flatMap(done -> Uni.createFrom().failure(new IllegalStateException("killed"))))
                .onFailure()
                .recoverWithNull()
                .await()
                .indefinitely();
    }

    private long count(String table, UUID loan) {
        return (Long) await(tx -> tx.select("select count(*) from " + table + " where loan_id = $1", loan))
                .getFirst()[0];
    }

    private <T> T await(Function<Tx, Uni<T>> transaction) {
        return transactions.run(transaction).await().indefinitely();
    }
}
