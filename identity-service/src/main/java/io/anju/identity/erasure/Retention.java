package io.anju.identity.erasure;

import io.anju.identity.erasure.model.DueItem;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Letting go, item by item, what a law has kept of erased customers until its day. */
@ApplicationScoped
public class Retention {

    private final RetentionStore store;
    private final ErasureStore erasures;
    private final Outbox outbox;
    private final BusinessClock clock;

    Retention(RetentionStore store, ErasureStore erasures, Outbox outbox, BusinessClock clock) {
        this.store = store;
        this.erasures = erasures;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes one in hand whose day has come. */
    public Uni<Optional<DueItem>> lease(Tx tx) {
        return store.lease(tx, clock.today(), clock.now(), clock.now().plus(Erasures.LEASE));
    }

    /** Takes away what is held here, and tells the others of what they hold, unless a legal hold came before. */
    public Uni<Void> letGo(Tx tx, DueItem due) {
        return erasures.lock(tx, due.customerId())
                .flatMap(locked -> erasures.holds(tx, due.customerId(), clock.now()))
                .flatMap(holds -> holds.isEmpty()
                        // Marked first: only what is marked lets go.
                        ? store.letGo(tx, due, clock.now())
                        : Uni.createFrom().item(false))
                .flatMap(marked -> marked ? carryOut(tx, due) : Uni.createFrom().voidItem());
    }

    private Uni<Void> carryOut(Tx tx, DueItem due) {
        return due.here()
                ? store.remove(tx, due)
                : outbox.append(tx, new RetentionEnded(due.customerId(), due.item()).event());
    }
}
