package io.anju.kit.wake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kit.tx.Transactions;
import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class BellsTest {

    @Inject
    Bells bells;

    @Inject
    Transactions transactions;

    @Test
    void whatIsRungIsHeardWhenItIsCommittedAndNotWhenItIsUndone() {
        List<String> heard = new CopyOnWriteArrayList<>();
        var listening = new CopyOnWriteArrayList<Boolean>();
        bells.listen("test", heard::add, () -> listening.add(true));
        Awaitility.await("the bell").until(() -> !listening.isEmpty());

        assertThrows(
                IllegalStateException.class,
                () -> transactions
                        .run(tx -> Bells.ring(tx, "test", "undone")
                                .flatMap(rung -> Uni.createFrom().<Void>failure(new IllegalStateException("undone"))))
                        .await()
                        .indefinitely());
        transactions.run(tx -> Bells.ring(tx, "test", "kept")).await().indefinitely();

        Awaitility.await("the ring").until(() -> !heard.isEmpty());
        assertEquals(List.of("kept"), heard);
    }
}
