package io.anju.repayment.reconciliation;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * For Prometheus: breaks that are not resolved, {@code anju_breaks_open} by kind and age in days; those of them worth an
 * alert, {@code anju_breaks_overdue}; and dates whose reconciliation is not done, {@code anju_reconciliations_behind}.
 */
@ApplicationScoped
class BreakMeters {

    private static final int OLDEST_TOLD_APART = 7;

    private final Transactions transactions;
    private final Reconciliations dates;
    private final TrackedBreaks breaks;
    private final ReconciliationConfig config;
    private final BusinessClock clock;
    private final MultiGauge open;
    private final AtomicLong overdue;
    private final AtomicLong behind;

    BreakMeters(
            MeterRegistry registry,
            Transactions transactions,
            Reconciliations dates,
            TrackedBreaks breaks,
            ReconciliationConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.dates = dates;
        this.breaks = breaks;
        this.config = config;
        this.clock = clock;
        this.open = MultiGauge.builder("anju.breaks.open").register(registry);
        this.overdue = registry.gauge("anju.breaks.overdue", new AtomicLong());
        this.behind = registry.gauge("anju.reconciliations.behind", new AtomicLong());
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return transactions
                .run(tx -> dates.behind(tx)
                        .invoke(behind::set)
                        .flatMap(counted -> breaks.countOpen(tx, clock.now(), mostDays())))
                .invoke(this::tell)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private int mostDays() {
        return Math.max(OLDEST_TOLD_APART, config.overdueAfterDays());
    }

    private void tell(List<TrackedBreaks.Open> counts) {
        open.register(
                counts.stream()
                        .map(some -> MultiGauge.Row.of(
                                Tags.of("kind", some.kind().name(), "days", String.valueOf(some.days())), some.count()))
                        .toList(),
                true);
        overdue.set(counts.stream()
                .filter(some -> some.days() >= config.overdueAfterDays())
                .mapToLong(TrackedBreaks.Open::count)
                .sum());
    }
}
