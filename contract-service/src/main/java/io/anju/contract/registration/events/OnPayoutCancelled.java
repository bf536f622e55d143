package io.anju.contract.registration.events;

import io.anju.contract.registration.Settlements;
import io.anju.contract.registration.model.GivenUpPayout;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** A loan is not paid out after all. */
@ApplicationScoped
@RegisterForReflection(targets = GivenUpPayout.class)
class OnPayoutCancelled implements EventHandler {
    private final Settlements settlements;

    OnPayoutCancelled(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.loan.payout-cancelled.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return settlements.givenUp(tx, event.dataAs(GivenUpPayout.class));
    }
}
