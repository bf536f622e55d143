package io.anju.repayment.arrears;

import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Loans that are late or watched, by bucket and class, {@code anju_loans_classified{ageing="M1",class="SPECIAL_MENTION"}},
 * for Prometheus, as the last classification left them; each replica tells the same, and nothing of what there is none of.
 */
@ApplicationScoped
class ArrearsMeters {

    private final Transactions transactions;
    private final ArrearsBook book;
    private final SurvivedFailures failures;
    private final MultiGauge classified;
    private volatile boolean known;

    ArrearsMeters(MeterRegistry registry, Transactions transactions, ArrearsBook book, SurvivedFailures failures) {
        this.transactions = transactions;
        this.book = book;
        this.failures = failures;
        this.classified = MultiGauge.builder("anju.loans.classified").register(registry);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return failures.read(
                "counting classified loans", transactions.run(book::count).invoke(this::tell), () -> known = false);
    }

    private void tell(List<ArrearsBook.Count> counts) {
        classified.register(counts.stream().map(this::row).toList(), true);
        known = true;
    }

    private MultiGauge.Row<?> row(ArrearsBook.Count count) {
        var tags = Tags.of(
                "ageing", count.ageing().name(), "class", count.loanClass().name());
        return MultiGauge.Row.of(tags, () -> known ? count.loans() : Double.NaN);
    }
}
