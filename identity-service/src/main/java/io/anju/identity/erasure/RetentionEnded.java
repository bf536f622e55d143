package io.anju.identity.erasure;

import io.anju.kit.event.DomainEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * {@code data} of {@code anju.customer.retention-ended.v1}: no law keeps an item of an erased customer any longer, and
 * whoever holds it deletes it (PIPL art. 47).
 *
 * @param item of the retention schedule
 */
@RegisterForReflection
public record RetentionEnded(UUID customerId, String item) {

    DomainEvent event() {
        return new DomainEvent("anju.customer.retention-ended.v1", customerId.toString(), this);
    }
}
