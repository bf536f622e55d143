package io.anju.contract.task;

import io.anju.contract.task.Tasks.Standing;
import io.anju.kit.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Work that was given up or waits for a neighbour, for Prometheus: {@code anju_tasks_parked}, {@code anju_tasks_waiting}; each replica tells the same. */
@ApplicationScoped
class TaskMeters {
    private final Tasks tasks;
    private final Transactions transactions;
    private final AtomicLong parked = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();

    TaskMeters(Tasks tasks, Transactions transactions, MeterRegistry registry) {
        this.tasks = tasks;
        this.transactions = transactions;
        registry.gauge("anju.tasks.parked", parked);
        registry.gauge("anju.tasks.waiting", waiting);
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return transactions
                .run(tx -> tasks.count(tx, Standing.PARKED)
                        .invoke(parked::set)
                        .chain(() -> tasks.count(tx, Standing.WAITING))
                        .invoke(waiting::set))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}
