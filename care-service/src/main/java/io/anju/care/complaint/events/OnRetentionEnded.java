package io.anju.care.complaint.events;

import io.anju.care.complaint.ComplaintFiles;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Takes away the complaints of a customer who is erased, on the day on which no law keeps them any longer. */
@ApplicationScoped
class OnRetentionEnded implements EventHandler {

    private final ComplaintFiles files;

    OnRetentionEnded(ComplaintFiles files) {
        this.files = files;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.customer.retention-ended.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return event.data().path("item").asText().equals("COMPLAINTS")
                ? files.deleteClosed(
                        tx, UUID.fromString(event.data().path("customerId").asText()))
                : Uni.createFrom().voidItem();
    }
}
