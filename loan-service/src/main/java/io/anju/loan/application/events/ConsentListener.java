package io.anju.loan.application.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.Consents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps whether a customer consents to a credit check; identity holds the record itself. */
@ApplicationScoped
class ConsentListener implements EventHandler {

    private final Consents consents;

    ConsentListener(Consents consents) {
        this.consents = consents;
    }

    @Override
    public Set<String> types() {
        return Set.of(ConsentChanged.TYPE);
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var change = event.dataAs(ConsentChanged.class);
        return change.purpose().equals(ConsentChanged.PURPOSE)
                ? consents.keep(tx, change.customerId(), change.granted(), change.receiptId(), event.time())
                : Uni.createFrom().voidItem();
    }
}
