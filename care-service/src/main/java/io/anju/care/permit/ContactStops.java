package io.anju.care.permit;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stops contact while a matter of the customer's is open; for the features that open matters. */
@ApplicationScoped
public class ContactStops {

    private final ContactBlocks blocks;
    private final BusinessClock clock;

    ContactStops(ContactBlocks blocks, BusinessClock clock) {
        this.blocks = blocks;
        this.clock = clock;
    }

    /** Holds from this transaction on. */
    public Uni<Void> stop(Tx tx, UUID customer, UUID matter) {
        return blocks.stop(tx, customer, matter, clock.now());
    }

    public Uni<Void> lift(Tx tx, UUID customer, UUID matter) {
        return blocks.lift(tx, customer, matter, clock.now());
    }
}
