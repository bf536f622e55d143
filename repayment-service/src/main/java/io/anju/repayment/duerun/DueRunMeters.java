package io.anju.repayment.duerun;

import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.failure.SurvivedFailures.Figure;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.duerun.model.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/**
 * What runs did since this process started, {@code anju_due_run_*_total}, and what all replicas still have to do,
 * {@code anju_due_run_running}, {@code anju_due_run_chunks_open} and the loans that wait, for Prometheus.
 */
@ApplicationScoped
class DueRunMeters {

    private final MeterRegistry registry;
    private final Transactions transactions;
    private final DueRuns runs;
    private final SurvivedFailures failures;
    private final Figure running;
    private final Figure chunksOpen;
    private final Figure deferred;
    private final Figure missing;

    DueRunMeters(MeterRegistry registry, Transactions transactions, DueRuns runs, SurvivedFailures failures) {
        this.registry = registry;
        this.transactions = transactions;
        this.runs = runs;
        this.failures = failures;
        this.running = failures.figure("anju.due.run.running");
        this.chunksOpen = failures.figure("anju.due.run.chunks.open");
        this.deferred = failures.figure("anju.due.run.loans.deferred");
        this.missing = failures.figure("anju.due.run.loans.waiting.for.rate");
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
        var backlog = transactions.run(runs::backlog).invoke(left -> {
            running.set(left.runs());
            chunksOpen.set(left.chunks());
            deferred.set(left.deferred());
            missing.set(left.missing());
        });
        return failures.read("counting what due runs have to do", backlog, this::unknown);
    }

    private void unknown() {
        Stream.of(running, chunksOpen, deferred, missing).forEach(Figure::unknown);
    }

    private void add(String what, int count) {
        registry.counter("anju.due.run." + what).increment(count);
    }
}
