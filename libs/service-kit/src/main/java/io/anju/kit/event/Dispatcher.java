package io.anju.kit.event;

import io.anju.kit.wake.Bells;
import io.anju.kit.wake.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
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

    private static final Duration START_MOST = Duration.ofSeconds(30);

    private final LogReader log;
    private final Retries retries;
    private final Bells bells;
    private volatile List<Rounds> rounds = List.of();

    Dispatcher(LogReader log, Retries retries, Bells bells) {
        this.log = log;
        this.retries = retries;
        this.bells = bells;
    }

    // Before anything is told: who is named from now on has a place before it.
    void start(@Observes StartupEvent event) {
        List<String> subscribers = log.subscribers().await().atMost(START_MOST);
        rounds = Stream.concat(
                        Stream.of(new Rounds("telling again", () -> untilNothingIsLeft(retries::sweep))),
                        subscribers.stream()
                                .map(one -> new Rounds(
                                        "telling " + one, () -> untilNothingIsLeft(() -> log.tell(one)))))
                .toList();
        // Rung by the tables themselves.
        bells.listen("outbox", this::wake);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds = List.of();
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
