package io.anju.contract.task;

import io.anju.kit.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** {@code anju.tasks.parked}: how much work was given up and waits for an operator, as the kit counts parked events. */
@ApplicationScoped
class ParkedTasks {

    private final Transactions transactions;
    private final AtomicLong parked;

    ParkedTasks(Transactions transactions, MeterRegistry metrics) {
        this.transactions = transactions;
        this.parked = metrics.gauge("anju.tasks.parked", new AtomicLong());
    }

    @Scheduled(every = "15s")
    Uni<Void> count() {
        return transactions
                .run(tx -> tx.select("select count(*) from task where state = 'PARKED'"))
                .invoke(rows -> parked.set(((Number) rows.getFirst()[0]).longValue()))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
