package io.anju.repayment.duerun.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.repayment.duerun.DueRuns;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Hears of a reference rate: loans that a run left waiting for one are looked at again. */
@ApplicationScoped
class RateForWaitingLoans implements EventHandler {

    private final DueRuns runs;

    RateForWaitingLoans(DueRuns runs) {
        this.runs = runs;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.reference-rate.published.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return runs.rateHeard(tx);
    }
}
