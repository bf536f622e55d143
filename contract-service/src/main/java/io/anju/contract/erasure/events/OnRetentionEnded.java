package io.anju.contract.erasure.events;

import io.anju.contract.erasure.KeptContracts;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Empties the contracts of a customer who is erased, on the day on which no law keeps them any longer. */
@ApplicationScoped
class OnRetentionEnded implements EventHandler {

    private final KeptContracts contracts;

    OnRetentionEnded(KeptContracts contracts) {
        this.contracts = contracts;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.customer.retention-ended.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return event.data().path("item").asText().equals("CONTRACTS")
                ? contracts.empty(
                        tx, UUID.fromString(event.data().path("customerId").asText()), event.time())
                : Uni.createFrom().voidItem();
    }
}
