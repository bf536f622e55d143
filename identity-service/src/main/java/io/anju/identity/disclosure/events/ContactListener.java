package io.anju.identity.disclosure.events;

import io.anju.identity.disclosure.ContactDecision;
import io.anju.identity.disclosure.Disclosures;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Keeps which agency was allowed, or not, to contact whom, and how it went; a permitted one is a use of the customer's
 * phone.
 */
@ApplicationScoped
class ContactListener implements EventHandler {

    private final Disclosures disclosures;

    ContactListener(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.contact.permitted.v1", "anju.contact.refused.v1", "anju.contact.made.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var told = event.dataAs(ContactDecided.class);
        return disclosures.contactDecided(
                tx,
                new ContactDecision(
                        event.id(),
                        told.permitId(),
                        told.customerId(),
                        told.agency(),
                        told.purpose(),
                        told.channel(),
                        told.code(),
                        event.time()));
    }
}
