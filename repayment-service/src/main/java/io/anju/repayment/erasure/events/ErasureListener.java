package io.anju.repayment.erasure.events;

import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.anju.repayment.erasure.KeptCards;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/** Unbinds the cards of a customer who is erased, and forgets them when no law keeps the payments any longer. */
@ApplicationScoped
class ErasureListener implements EventHandler {

    private static final String ERASED = "anju.customer.erased.v1";
    private static final String RETENTION_ENDED = "anju.customer.retention-ended.v1";

    private final KeptCards cards;

    ErasureListener(KeptCards cards) {
        this.cards = cards;
    }

    @Override
    public Set<String> types() {
        return Set.of(ERASED, RETENTION_ENDED);
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var customer = UUID.fromString(event.data().path("customerId").asText());
        if (event.type().equals(ERASED)) {
            return cards.unbindAll(tx, customer);
        }
        return event.data().path("item").asText().equals("TRANSACTIONS")
                ? cards.makeNameless(tx, customer)
                : Uni.createFrom().voidItem();
    }
}
