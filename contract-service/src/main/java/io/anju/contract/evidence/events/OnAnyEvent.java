package io.anju.contract.evidence.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.contract.evidence.Evidence;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every fact of every service, in the transaction that records its arrival: told once, logged once. */
@ApplicationScoped
class OnAnyEvent implements EventHandler {
    private final Evidence evidence;

    OnAnyEvent(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Set<String> types() {
        return Set.of(ANY);
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return evidence.submit(tx, event, named(event, "contractId"), named(event, "customerId"));
    }

    private static @Nullable UUID named(CloudEvent event, String member) {
        JsonNode named = event.data().path(member);
        try {
            return named.isTextual() ? UUID.fromString(named.asText()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
