package io.anju.care.appointment.events;

import io.anju.care.appointment.Schedule;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Cancels what a customer who is erased had booked. */
@ApplicationScoped
class ErasedVisitor implements EventHandler {

    private final Schedule schedule;

    ErasedVisitor(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.customer.erased.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        return schedule.cancelAll(
                tx, UUID.fromString(event.data().path("customerId").asText()));
    }
}
