package io.anju.contract.evidence.events;

import io.anju.contract.evidence.Evidence;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Lets go what the log's leaves commit to, on the day on which no law keeps it any longer. */
@ApplicationScoped
class OnItemEnded implements EventHandler {
    private final Evidence evidence;

    OnItemEnded(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.customer.retention-ended.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return evidence.letGo(
                tx,
                UUID.fromString(event.data().path("customerId").asText()),
                event.data().path("item").asText(),
                event.time());
    }
}
