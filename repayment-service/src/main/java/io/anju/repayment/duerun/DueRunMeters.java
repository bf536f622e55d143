package io.anju.repayment.duerun;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.duerun.model.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What runs did since this process started, {@code anju_due_run_*_total}, and what all replicas still have to do,
 * {@code anju_due_run_running}, {@code anju_due_run_chunks_open} and the loans that wait, for Prometheus.
 */
@ApplicationScoped
class DueRunMeters {

    private final MeterRegistry registry;
    private final Transactions transactions;
    private final DueRuns runs;
    private final AtomicLong running;
    private final AtomicLong chunksOpen;
    private final AtomicLong deferred;
    private final AtomicLong missing;

    DueRunMeters(MeterRegistry registry, Transactions transactions, DueRuns runs) {
        this.registry = registry;
        this.transactions = transactions;
        this.runs = runs;
        this.running = gauge("running");
        this.chunksOpen = gauge("chunks.open");
        this.deferred = gauge("loans.deferred");
        this.missing = gauge("loans.waiting.for.rate");
    }

    void count(Tally done) {
        add("loans", done.loans());
        add("billed", done.billed());
        add("repriced", done.repriced());
        add("debits", done.debits());
        add("without.card", done.withoutCard());
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return transactions
                .run(runs::backlog)
                .invoke(left -> {
                    running.set(left.runs());
                    chunksOpen.set(left.chunks());
                    deferred.set(left.deferred());
                    missing.set(left.missing());
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private AtomicLong gauge(String what) {
        return registry.gauge("anju.due.run." + what, new AtomicLong());
    }

    private void add(String what, int count) {
        registry.counter("anju.due.run." + what).increment(count);
    }
}
