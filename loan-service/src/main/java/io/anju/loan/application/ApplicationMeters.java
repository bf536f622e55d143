package io.anju.loan.application;

import io.anju.kit.tx.Transactions;
import io.anju.loan.application.model.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Applications by state, for Prometheus: how many entered each state since this process started ({@code
 * anju_applications_entered_total}), and how many are in each state that somebody works on ({@code anju_applications}).
 *
 * <p>The second is counted once a minute on the index of the queue, not when Prometheus asks; states in which
 * applications only gather, drafts and those that ended, are not counted at all.
 */
@ApplicationScoped
class ApplicationMeters {

    private static final Set<State> WORKED_ON = EnumSet.of(
            State.SUBMITTED,
            State.CHECKING,
            State.IN_REVIEW,
            State.MORE_INFORMATION_NEEDED,
            State.APPROVED,
            State.CONTRACTED,
            State.DISBURSING);

    private final Transactions transactions;
    private final Applications applications;
    private final MeterRegistry registry;
    private final Map<State, AtomicLong> now = new EnumMap<>(State.class);

    ApplicationMeters(Transactions transactions, Applications applications, MeterRegistry registry) {
        this.transactions = transactions;
        this.applications = applications;
        this.registry = registry;
    }

    void entered(State state) {
        registry.counter("anju.applications.entered", "state", state.name()).increment();
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return transactions
                .run(tx -> applications.countByState(tx, WORKED_ON))
                .invoke(this::show)
                .replaceWithVoid();
    }

    private void show(Map<State, Long> counted) {
        WORKED_ON.forEach(state -> now.computeIfAbsent(state, this::gauge).set(counted.getOrDefault(state, 0L)));
    }

    private AtomicLong gauge(State state) {
        var value = new AtomicLong();
        registry.gauge("anju.applications", Tags.of("state", state.name()), value);
        return value;
    }
}
