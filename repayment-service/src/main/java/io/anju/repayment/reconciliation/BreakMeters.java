package io.anju.repayment.reconciliation;

import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.failure.SurvivedFailures.Figure;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
    private final SurvivedFailures failures;
    private final Figure overdue;
    private final Figure behind;
    private volatile boolean known;

    BreakMeters(
            MeterRegistry registry,
            Transactions transactions,
            Reconciliations dates,
            TrackedBreaks breaks,
            ReconciliationConfig config,
            BusinessClock clock,
            SurvivedFailures failures) {
        this.transactions = transactions;
        this.dates = dates;
        this.breaks = breaks;
        this.config = config;
        this.clock = clock;
        this.failures = failures;
        this.open = MultiGauge.builder("anju.breaks.open").register(registry);
        this.overdue = failures.figure("anju.breaks.overdue");
        this.behind = failures.figure("anju.reconciliations.behind");
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        var counted = transactions
                .run(tx -> dates.behind(tx)
                        .invoke(behind::set)
                        .flatMap(late -> breaks.countOpen(tx, clock.now(), mostDays())))
                .invoke(this::tell);
        return failures.read("counting open breaks", counted, this::unknown);
    }

    private void unknown() {
        known = false;
        overdue.unknown();
        behind.unknown();
    }

    private int mostDays() {
        return Math.max(OLDEST_TOLD_APART, config.overdueAfterDays());
    }

    private void tell(List<TrackedBreaks.Open> counts) {
        open.register(
                counts.stream()
                        .map(some -> MultiGauge.Row.of(
                                Tags.of("kind", some.kind().name(), "days", String.valueOf(some.days())),
                                () -> known ? some.count() : Double.NaN))
                        .toList(),
                true);
        known = true;
        overdue.set(counts.stream()
                .filter(some -> some.days() >= config.overdueAfterDays())
                .mapToLong(TrackedBreaks.Open::count)
                .sum());
    }
}
