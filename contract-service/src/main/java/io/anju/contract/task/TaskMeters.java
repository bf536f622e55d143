package io.anju.contract.task;

import io.anju.contract.task.Tasks.Standing;
import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.failure.SurvivedFailures.Figure;
import io.anju.kit.tx.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Work that was given up or waits for a neighbour, for Prometheus: {@code anju_tasks_parked}, {@code anju_tasks_waiting}; each replica tells the same. */
@ApplicationScoped
class TaskMeters {
    private final Tasks tasks;
    private final Transactions transactions;
    private final SurvivedFailures failures;
    private final Figure parked;
    private final Figure waiting;

    TaskMeters(Tasks tasks, Transactions transactions, SurvivedFailures failures) {
        this.tasks = tasks;
        this.transactions = transactions;
        this.failures = failures;
        this.parked = failures.figure("anju.tasks.parked");
        this.waiting = failures.figure("anju.tasks.waiting");
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        var counted = transactions.run(tx -> tasks.count(tx, Standing.PARKED)
                .invoke(parked::set)
                .chain(() -> tasks.count(tx, Standing.WAITING))
                .invoke(waiting::set));
        return failures.read("counting tasks", counted, this::unknown);
    }

    private void unknown() {
        parked.unknown();
        waiting.unknown();
    }
}
