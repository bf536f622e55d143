package io.anju.care.inbox.store;

import io.anju.care.inbox.LiveInbox;
import io.anju.kit.wake.Bells;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** Listens where {@link PanacheMailboxes} rings, so that a reader on any replica learns of a new message at once. */
@ApplicationScoped
class InboxListener {

    void start(@Observes StartupEvent event, Bells bells, LiveInbox live) {
        bells.listen(PanacheMailboxes.BELL, customer -> live.wake(UUID.fromString(customer)), live::wakeAll);
    }
}
