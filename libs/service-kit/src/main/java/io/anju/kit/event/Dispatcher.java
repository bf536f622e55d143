package io.anju.kit.event;

import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.wake.Bells;
import io.anju.kit.wake.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells events to their subscribers: at least once, in order per subject, with growing pauses, on any number of
 * replicas. Woken by the database when something was written, and every second besides.
 */
@ApplicationScoped
public class Dispatcher {

    private static final int BEFORE_ALL_WHO_TELL = 1;
    private static final Duration START_MOST = Duration.ofSeconds(30);
    private static final Duration STOP_MOST = Duration.ofSeconds(2);

    private final LogReader log;
    private final Retries retries;
    private final Bells bells;
    private final SurvivedFailures failures;
    private volatile List<Rounds> rounds = List.of();

    Dispatcher(LogReader log, Retries retries, Bells bells, SurvivedFailures failures) {
        this.log = log;
        this.retries = retries;
        this.bells = bells;
        this.failures = failures;
    }

    // Before others start, who may have something to tell: who is named from now on has a place before it. A service
    // that starts without its database, which it can where another migrates, tells nothing before it is there.
    void start(@Observes @Priority(BEFORE_ALL_WHO_TELL) StartupEvent event) {
        Uni<List<String>> opened = log.subscribers().invoke(this::read);
        try {
            opened.await().atMost(START_MOST);
        } catch (RuntimeException away) {
            failures.need("opening the places of subscribers", opened);
        }
        // Rung by the tables themselves.
        bells.listen("outbox", this::wake);
    }

    private void read(List<String> subscribers) {
        rounds = Stream.concat(
                        Stream.of(new Rounds("telling again", () -> untilNothingIsLeft(retries::sweep))),
                        subscribers.stream()
                                .map(one ->
                                        new Rounds("telling " + one, () -> untilNothingIsLeft(() -> log.tell(one)))))
                .toList();
    }

    // Another replica, or the next start of this one, need not wait for the end of what was held here.
    void stop(@Observes ShutdownEvent event) {
        rounds = List.of();
        failures.survive(
                        "giving back the places of subscribers",
                        log.release().ifNoItem().after(STOP_MOST).fail())
                .await()
                .indefinitely();
    }

    @Scheduled(every = "1s")
    void tick() {
        wake();
    }

    /** Something may be waiting: look now, or once more when already looking. */
    void wake() {
        rounds.forEach(Rounds::wake);
    }

    private Uni<Void> untilNothingIsLeft(Supplier<Uni<? extends Boolean>> turn) {
        return Multi.createBy()
                .repeating()
                .uni(turn)
                .until(more -> !more || rounds.isEmpty())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
