package io.anju.care.inbox.events;

import io.anju.care.inbox.Mailboxes;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Empties the mailbox of a customer who is erased. */
@ApplicationScoped
class ErasedOwner implements EventHandler {

    private final Mailboxes mailboxes;

    ErasedOwner(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.customer.erased.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return mailboxes.empty(
                tx, UUID.fromString(event.data().path("customerId").asText()));
    }
}
