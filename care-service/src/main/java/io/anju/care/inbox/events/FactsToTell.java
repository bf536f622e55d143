package io.anju.care.inbox.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.care.inbox.Inbox;
import io.anju.care.inbox.model.FactMessages;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Every fact a customer is told of, from whichever service. */
@ApplicationScoped
class FactsToTell implements EventHandler {

    private static final TypeReference<Map<String, Object>> FACT = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Inbox inbox;

    FactsToTell(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Set<String> types() {
        return FactMessages.types();
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var customer = UUID.fromString(event.data().path("customerId").asText());
        var drafts = FactMessages.of(event.type(), JSON.convertValue(event.data(), FACT));
        return inbox.deliver(tx, customer, event.id(), drafts);
    }
}
