package io.anju.loan.erasure.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.loan.erasure.Erasing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Lets go what no law keeps any longer of a customer who is erased. */
@ApplicationScoped
class RetentionListener implements EventHandler {

    private final Erasing erasing;

    RetentionListener(Erasing erasing) {
        this.erasing = erasing;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.customer.retention-ended.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return erasing.letGo(
                tx,
                UUID.fromString(event.data().path("customerId").asText()),
                event.data().path("item").asText(),
                event.time());
    }
}
