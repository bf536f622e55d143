package io.anju.identity.party;

import io.anju.identity.model.Level;
import io.anju.kit.event.DomainEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/** {@code data} of {@code anju.customer.verified.v1}: the customer has reached a level. */
@RegisterForReflection
public record CustomerVerified(UUID customerId, Level level) {

    public DomainEvent event() {
        return new DomainEvent("anju.customer.verified.v1", customerId.toString(), this);
    }
}
