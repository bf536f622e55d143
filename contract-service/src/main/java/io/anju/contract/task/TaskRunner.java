package io.anju.contract.task;

import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.wake.Bells;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes due tasks and has their handlers do them; any number of replicas may run. Each {@link Lane} has a few workers of
 * its own, so that a neighbour who is slow holds back nobody's work but its own.
 */
@ApplicationScoped
public class TaskRunner {
    private static final Logger LOG = Logger.getLogger(TaskRunner.class);

    private final Tasks tasks;
    private final Transactions transactions;
    private final TaskConfig config;
    private final Map<TaskKind, TaskHandler> handlers = new EnumMap<>(TaskKind.class);
    private final List<LaneWorker> workers;

    TaskRunner(
            Tasks tasks, Transactions transactions, TaskConfig config, Vertx vertx, @All List<TaskHandler> handlers) {
        this.tasks = tasks;
        this.transactions = transactions;
        this.config = config;
        handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
        this.workers = Stream.of(Lane.values())
                .map(lane -> LaneWorker.team(vertx, lane, config.atOnce(), config.batch(), this::next))
                .toList();
    }

    /** What is scheduled for now is done at once. */
    void start(@Observes StartupEvent event, Bells bells) {
        bells.listen(Tasks.BELL, this::wake);
    }

    // What is due later, or left behind; work that follows from work is found in the same turn.
    @NonBlocking
    @Scheduled(every = "1s")
    void tick() {
        wake();
    }

    private void wake() {
        workers.forEach(LaneWorker::wake);
    }

    private Uni<Boolean> next(Lane lane, Runnable taken) {
        return transactions
                .run(tx -> tasks.claim(tx, lane.kinds(), config.lease()))
                .flatMap(task -> {
                    if (task == null) {
                        return Uni.createFrom().item(false);
                    }
                    taken.run();
                    return attempt(task).replaceWith(true);
                });
    }

    private Uni<Void> attempt(Task task) {
        TaskHandler handler = Objects.requireNonNull(handlers.get(task.kind()), () -> "no handler for " + task.kind());
        return Uni.createFrom()
                .deferred(() -> handler.work(task))
                .flatMap(outcome -> conclude(task, outcome))
                .onFailure()
                .recoverWithUni(failure -> Absence.isBehind(failure) ? waits(task, failure) : failed(task, failure));
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

    /** However often it comes to nothing: it goes on by itself when the neighbour is there again. */
    private Uni<Void> waits(Task task, Throwable failure) {
        LOG.infof("%s of %s waits for a neighbour that is away", task.kind(), task.subject());
        return transactions.run(
                tx -> tasks.waitForNeighbour(tx, task, config.backoff(), config.absenceMax(), failure.toString()));
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
