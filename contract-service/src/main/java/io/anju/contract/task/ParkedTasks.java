package io.anju.contract.task;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** {@code anju.tasks.parked}: how much work was given up and waits for an operator, as the kit counts parked events. */
@ApplicationScoped
class ParkedTasks {

    private final Pool pool;
    private final AtomicLong parked;

    ParkedTasks(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        this.parked = metrics.gauge("anju.tasks.parked", new AtomicLong());
    }

    @Scheduled(every = "15s")
    Uni<Void> count() {
        return pool.query("select count(*) from task where state = 'PARKED'")
                .execute()
                .invoke(rows -> parked.set(rows.iterator().next().getLong(0)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
