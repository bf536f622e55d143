package io.anju.care.permit.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.care.permit.ConsentFiles;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Consent given, withdrawn or refused, and customers who are gone: counts from the moment it is heard. */
@ApplicationScoped
class CustomerFacts implements EventHandler {

    private static final String CONSENT = "anju.customer.consent-changed.v1";
    private static final String ERASED = "anju.customer.erased.v1";

    private final ConsentFiles consents;

    CustomerFacts(ConsentFiles consents) {
        this.consents = consents;
    }

    @Override
    public Set<String> types() {
        return Set.of(CONSENT, ERASED);
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var customer = UUID.fromString(event.data().path("customerId").asText());
        return event.type().equals(ERASED)
                ? consents.gone(tx, customer, event.time())
                : consents.put(
                        tx,
                        customer,
                        event.data().path("purpose").asText(),
                        channel(event.data()),
                        event.data().path("granted").asBoolean(),
                        event.time(),
                        event.data().path("receiptId").asText());
    }

    /** No channel named means any. */
    private static String channel(JsonNode data) {
        var channel = data.path("channel").asText("");
        return channel.isBlank() || channel.equals("null") ? "ANY" : channel;
    }
}
