package io.anju.care.permit;

import io.anju.care.permit.model.ContactRequest;
import io.anju.kit.event.DomainEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** The facts that contact permits tell. */
final class ContactEvents {

    @RegisterForReflection
    private record ContactFact(
            UUID customerId, UUID permitId, String agency, String purpose, String channel, String code) {}

    private ContactEvents() {}

    static DomainEvent permitted(UUID customer, UUID id, String agency, ContactRequest request) {
        return event("anju.contact.permitted.v1", customer, id, agency, request, "PERMITTED");
    }

    /** @param code of the reason that was answered */
    static DomainEvent refused(UUID customer, UUID id, String agency, ContactRequest request, String code) {
        return event("anju.contact.refused.v1", customer, id, agency, request, code);
    }

    /** @param outcome how it went */
    static DomainEvent made(UUID customer, UUID id, String agency, ContactRequest request, String outcome) {
        return event("anju.contact.made.v1", customer, id, agency, request, outcome);
    }

    private static DomainEvent event(
            String type, UUID customer, UUID id, String agency, ContactRequest request, String code) {
        var fact = new ContactFact(
                customer,
                id,
                agency,
                request.purpose().name(),
                request.channel().name(),
                code);
        return new DomainEvent(type, id.toString(), fact);
    }
}
