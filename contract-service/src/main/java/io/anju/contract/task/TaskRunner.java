package io.anju.contract.task;

import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.wake.Bells;
import io.anju.kit.wake.Rounds;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Takes due tasks and has their handlers do them; any number of replicas may run. */
@ApplicationScoped
public class TaskRunner {
    private static final Logger LOG = Logger.getLogger(TaskRunner.class);

    private final Tasks tasks;
    private final Transactions transactions;
    private final TaskConfig config;
    private final Map<TaskKind, TaskHandler> handlers = new EnumMap<>(TaskKind.class);
    private final Rounds rounds = new Rounds("doing tasks", this::run);

    TaskRunner(Tasks tasks, Transactions transactions, TaskConfig config, @All List<TaskHandler> handlers) {
        this.tasks = tasks;
        this.transactions = transactions;
        this.config = config;
        handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
    }

    /** What is scheduled for now is done at once. */
    void start(@Observes StartupEvent event, Bells bells) {
        bells.listen(Tasks.BELL, rounds::wake);
    }

    // What is due later, or left behind; work that follows from work is found in the same turn.
    @NonBlocking
    @Scheduled(every = "1s")
    void tick() {
        rounds.wake();
    }

    private Uni<Void> run() {
        return next(config.batch());
    }

    private Uni<Void> next(int left) {
        if (left == 0) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(tx -> tasks.claim(tx, config.lease()))
                .flatMap(task -> task == null
                        ? Uni.createFrom().voidItem()
                        : attempt(task).chain(() -> next(left - 1)));
    }

    private Uni<Void> attempt(Task task) {
        TaskHandler handler = Objects.requireNonNull(handlers.get(task.kind()), () -> "no handler for " + task.kind());
        return Uni.createFrom()
                .deferred(() -> handler.work(task))
                .flatMap(outcome -> conclude(task, outcome))
                .onFailure()
                .recoverWithUni(failure -> failed(task, failure));
    }

    private Uni<Void> conclude(Task task, Outcome outcome) {
        return transactions.run(tx -> switch (outcome) {
            case Outcome.Later(Duration pause) -> tasks.postpone(tx, task, pause);
            case Outcome.Done done ->
                tasks.finish(tx, task)
                        .flatMap(mine -> mine
                                ? done.effect().apply(tx)
                                : Uni.createFrom().voidItem());
        });
    }

    private Uni<Void> failed(Task task, Throwable failure) {
        boolean last = task.attempts() >= config.attempts();
        LOG.logf(
                last ? Logger.Level.ERROR : Logger.Level.WARN,
                failure instanceof ProblemException ? null : failure,
                "%s of %s failed at attempt %d%s: %s",
                task.kind(),
                task.subject(),
                task.attempts(),
                last ? " and is parked" : "",
                failure);
        return transactions.run(
                tx -> tasks.fail(tx, task, config.attempts(), pause(task.attempts()), failure.toString()));
    }

    private Duration pause(int attempts) {
        Duration doubled = config.backoff().multipliedBy(1L << Math.min(20, attempts - 1));
        return doubled.compareTo(config.backoffMax()) < 0 ? doubled : config.backoffMax();
    }
}
