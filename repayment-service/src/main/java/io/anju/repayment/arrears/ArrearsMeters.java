package io.anju.repayment.arrears;

import io.anju.kit.tx.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Loans that are late or watched, by bucket and class, {@code anju_loans_classified{ageing="M1",class="SPECIAL_MENTION"}},
 * for Prometheus, as the last classification left them; each replica tells the same, and nothing of what there is none of.
 */
@ApplicationScoped
class ArrearsMeters {

    private final Transactions transactions;
    private final ArrearsBook book;
    private final MultiGauge classified;

    ArrearsMeters(MeterRegistry registry, Transactions transactions, ArrearsBook book) {
        this.transactions = transactions;
        this.book = book;
        this.classified = MultiGauge.builder("anju.loans.classified").register(registry);
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return transactions
                .run(book::count)
                .invoke(counts -> classified.register(
                        counts.stream().map(ArrearsMeters::row).toList(), true))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private static MultiGauge.Row<?> row(ArrearsBook.Count count) {
        var tags = Tags.of(
                "ageing", count.ageing().name(), "class", count.loanClass().name());
        return MultiGauge.Row.of(tags, count.loans());
    }
}
