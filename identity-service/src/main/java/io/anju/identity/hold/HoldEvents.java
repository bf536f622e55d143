package io.anju.identity.hold;

import io.anju.identity.hold.model.Hold;
import io.anju.identity.party.Customers;
import io.anju.identity.risk.model.Act;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What is told of holds. Only a customer's: staff see theirs where they work. */
@ApplicationScoped
class HoldEvents {

    /**
     * {@code data} of {@code anju.risk.held.v1}.
     *
     * @param act in UPPER_SNAKE, such as {@code REPAYMENT_PREPAY}
     */
    @RegisterForReflection
    record RiskHeld(UUID customerId, UUID holdId, String act) {}

    /**
     * {@code data} of {@code anju.risk.cleared.v1}.
     *
     * @param outcome {@code RELEASED} or {@code REFUSED}
     */
    @RegisterForReflection
    record RiskCleared(UUID customerId, UUID holdId, String act, String outcome) {}

    private final Outbox outbox;
    private final Customers customers;

    HoldEvents(Outbox outbox, Customers customers) {
        this.outbox = outbox;
        this.customers = customers;
    }

    Uni<Void> held(Tx tx, Hold.Placed placed) {
        return tell(
                tx, "anju.risk.held.v1", placed, new RiskHeld(placed.personId(), placed.id(), Act.code(placed.act())));
    }

    Uni<Void> cleared(Tx tx, Hold decided) {
        var placed = decided.placed();
        return tell(
                tx,
                "anju.risk.cleared.v1",
                placed,
                new RiskCleared(placed.personId(), placed.id(), Act.code(placed.act()), decided.state()));
    }

    private Uni<Void> tell(Tx tx, String type, Hold.Placed placed, Object data) {
        return customers
                .find(tx, placed.personId())
                .flatMap(customer -> customer.isPresent()
                        ? outbox.append(
                                tx, new DomainEvent(type, placed.personId().toString(), data))
                        : Uni.createFrom().voidItem());
    }
}
