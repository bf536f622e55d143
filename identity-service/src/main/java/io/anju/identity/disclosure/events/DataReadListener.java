package io.anju.identity.disclosure.events;

import io.anju.identity.disclosure.AccessRecord;
import io.anju.identity.disclosure.Disclosures;
import io.anju.identity.disclosure.model.ReadResource;
import io.anju.kit.event.CloudEvent;
import io.anju.kit.event.EventHandler;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Keeps who was shown a customer's data in another service, for the customer to see. */
@ApplicationScoped
class DataReadListener implements EventHandler {

    private final Disclosures disclosures;

    DataReadListener(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Set<String> types() {
        return Set.of("anju.customer.data-read.v1");
    }

    @Override
    public Uni<Void> on(Tx tx, CloudEvent event) {
        var told = event.dataAs(DataRead.class);
        return disclosures.readElsewhere(
                tx,
                new AccessRecord(
                        event.id(),
                        told.customerId(),
                        told.reader(),
                        told.readerKind(),
                        told.purpose(),
                        Set.of(told.data()),
                        Optional.ofNullable(told.resource()).flatMap(ReadResource::of),
                        event.time()));
    }
}
