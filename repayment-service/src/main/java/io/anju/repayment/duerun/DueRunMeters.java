package io.anju.repayment.duerun;

import io.anju.repayment.duerun.model.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** What runs did since this process started, for Prometheus: {@code anju_due_run_*_total}. */
@ApplicationScoped
class DueRunMeters {

    private final MeterRegistry registry;

    DueRunMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Tally done) {
        add("loans", done.loans());
        add("billed", done.billed());
        add("repriced", done.repriced());
        add("debits", done.debits());
        add("without.card", done.withoutCard());
        add("waiting.for.rate", done.missing());
    }

    private void add(String what, int count) {
        registry.counter("anju.due.run." + what).increment(count);
    }
}
