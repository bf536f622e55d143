package io.anju.identity.erasure;

import io.anju.kit.event.DomainEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** {@code data} of {@code anju.customer.erased.v1}: whoever holds data that no law keeps deletes it now. */
@RegisterForReflection
public record CustomerErased(UUID customerId, Instant erasedAt) {

    DomainEvent event() {
        return new DomainEvent("anju.customer.erased.v1", customerId.toString(), this);
    }
}
