package io.anju.loan.application.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Facts that are told to this service and change nothing here yet; heard, so that they are not parked as unheard. */
@ApplicationScoped
class HeardWithoutEffect implements EventHandler {

    @Override
    public Set<String> types() {
        return Set.of(
                "anju.customer.registered.v1",
                "anju.customer.verified.v1",
                "anju.instalment.due.v1",
                "anju.instalment.paid.v1",
                "anju.loan.repriced.v1",
                "anju.loan.prepaid.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return Uni.createFrom().voidItem();
    }
}
