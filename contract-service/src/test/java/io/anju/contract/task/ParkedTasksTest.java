package io.anju.contract.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.contract.ContractTestBase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever watches the service sees that work was given up. */
@QuarkusTest
class ParkedTasksTest extends ContractTestBase {

    @Inject
    ParkedTasks parkedTasks;

    @Inject
    MeterRegistry metrics;

    @Test
    void workThatWasGivenUpIsCountedUntilItIsTakenUpAgain() {
        double before = counted();
        UUID parked = UUID.randomUUID();
        pool.preparedQuery("""
                        insert into task (id, kind, subject, payload, state, attempts, last_error)
                        values ($1, 'SEAL', $1, '{}', 'PARKED', 20, 'the seal was away')
                        """).execute(Tuple.of(parked)).await().indefinitely();

        assertEquals(before + 1, counted());

        pool.preparedQuery("delete from task where id = $1")
                .execute(Tuple.of(parked))
                .await()
                .indefinitely();
        assertEquals(before, counted());
    }

    private double counted() {
        parkedTasks.count().await().indefinitely();
        return metrics.get("anju.tasks.parked").gauge().value();
    }
}
