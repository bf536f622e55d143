package io.anju.loan.erasure.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.loan.erasure.Erasing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Forgets a customer who is erased. */
@ApplicationScoped
class ErasureListener implements EventHandler {

    private final Erasing erasing;

    ErasureListener(Erasing erasing) {
        this.erasing = erasing;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.customer.erased.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return erasing.forget(
                tx, UUID.fromString(event.data().path("customerId").asText()), event.time());
    }
}
