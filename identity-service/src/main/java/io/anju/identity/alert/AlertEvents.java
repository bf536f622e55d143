package io.anju.identity.alert;

import io.anju.identity.party.Customers;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells a customer, through care-service, what happened around their account. */
@ApplicationScoped
public class AlertEvents {

    /** What a customer is warned of. */
    public enum Warning {
        NEW_DEVICE,
        SIGN_IN_LOCKED,
        ACT_DENIED
    }

    /** {@code data} of {@code anju.risk.alerted.v1}. */
    @RegisterForReflection
    record RiskAlerted(UUID customerId, Warning kind) {}

    private final Outbox outbox;
    private final Customers customers;

    AlertEvents(Outbox outbox, Customers customers) {
        this.outbox = outbox;
        this.customers = customers;
    }

    /** Nothing for a member of staff. */
    public Uni<Void> warn(Tx tx, UUID personId, Warning kind) {
        return customers
                .find(tx, personId)
                .flatMap(customer -> customer.isPresent()
                        ? outbox.append(
                                tx,
                                new DomainEvent(
                                        "anju.risk.alerted.v1", personId.toString(), new RiskAlerted(personId, kind)))
                        : Uni.createFrom().voidItem());
    }
}
