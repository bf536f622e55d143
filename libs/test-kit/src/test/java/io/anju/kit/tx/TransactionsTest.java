package io.anju.kit.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class TransactionsTest {

    /** More than the pool has connections: one that is not given back is missed. */
    private static final int TIMES = 40;

    private final String source = "source-" + UUID.randomUUID();

    @Inject
    Transactions transactions;

    @Test
    void keepsWhatWasWrittenWhenTheWorkGivesAValue() {
        for (int i = 0; i < TIMES; i++) {
            int rows = run(tx -> write(tx).flatMap(first -> write(tx).map(second -> first + second)));
            assertEquals(2, rows);
        }

        assertEquals(2 * TIMES, written());
    }

    @Test
    void keepsThePlanOfAStatementUnlessItIsToBePlannedAnew() {
        var kept = "select 1 as " + source.replace('-', '_');
        var anew = Plans.anew(kept + "_anew");

        List<String> prepared = run(tx -> tx.select(kept)
                .flatMap(once -> tx.select(kept))
                .flatMap(twice -> tx.select(anew))
                .flatMap(once -> tx.select(anew))
                .flatMap(twice -> tx.select(
                        "select statement from pg_prepared_statements where statement like '%' || $1 || '%'",
                        source.replace('-', '_')))
                .map(rows -> rows.stream().map(row -> (String) row[0]).toList()));

        assertEquals(List.of(kept), prepared);
    }

    @Test
    void undoesEvenTheFirstStatementWhenTheWorkFails() {
        for (int i = 0; i < TIMES; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> run(tx -> write(tx).flatMap(done -> Uni.createFrom().failure(new IllegalStateException()))));
        }

        assertEquals(0, written());
    }

    @Test
    void undoesWhatWasWrittenWhenTheDatabaseRefusesTheNextStatement() {
        for (int i = 0; i < TIMES; i++) {
            assertThrows(
                    RuntimeException.class,
                    () -> run(tx -> write(tx).flatMap(done -> tx.update("insert into inbox_event values (null)"))));
        }

        assertEquals(0, written());
    }

    @Test
    void undoesWhatWasSentWhenTheWorkThrowsBeforeTheTransactionHasBegun() {
        for (int i = 0; i < TIMES; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> run(tx -> {
                        var sent = write(tx).subscribeAsCompletionStage();
                        throw new IllegalStateException("sent already: " + sent);
                    }));
        }

        assertEquals(0, written());
    }

    private <T> T run(Function<Tx, Uni<T>> work) {
        return transactions.run(work).await().indefinitely();
    }

    private Uni<Integer> write(Tx tx) {
        return tx.update(
                "insert into inbox_event (id, type, source) values ($1, 'a test', $2)", UUID.randomUUID(), source);
    }

    private long written() {
        return (Long) run(tx -> tx.select("select count(*) from inbox_event where source = $1", source))
                .getFirst()[0];
    }
}
