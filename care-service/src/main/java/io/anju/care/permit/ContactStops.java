package io.anju.care.permit;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stops contact while a matter of the customer's is open; for the features that open matters. */
@ApplicationScoped
public class ContactStops {

    private final ContactFiles files;
    private final BusinessClock clock;

    ContactStops(ContactFiles files, BusinessClock clock) {
        this.files = files;
        this.clock = clock;
    }

    /** Holds from this transaction on. */
    public Uni<Void> stop(Tx tx, UUID customer, UUID matter) {
        return files.stop(tx, customer, matter, clock.now());
    }

    public Uni<Void> lift(Tx tx, UUID customer, UUID matter) {
        return files.lift(tx, customer, matter, clock.now());
    }
}
