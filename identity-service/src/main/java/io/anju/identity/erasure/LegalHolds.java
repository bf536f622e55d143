package io.anju.identity.erasure;

import io.anju.identity.erasure.model.ErasureRefusal;
import io.anju.identity.erasure.model.LegalHold;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holding a customer's data back from erasure, and letting it go again. */
@ApplicationScoped
public class LegalHolds {

    private final ErasureStore store;
    private final Ids ids;
    private final BusinessClock clock;

    LegalHolds(ErasureStore store, Ids ids, BusinessClock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Places one on whoever is or was a customer, as long as anything is left of them. An erasure that is under way at this
     * moment comes first; what it leaves is held.
     */
    public Uni<Result<LegalHold, ErasureRefusal>> place(Tx tx, UUID officer, UUID customerId, String reference) {
        var hold = new LegalHold(ids.next(), customerId, reference, officer, clock.now());
        return store.lock(tx, customerId)
                .flatMap(known ->
                        known ? store.keeps(tx, customerId) : Uni.createFrom().item(false))
                .flatMap(kept -> kept
                        ? store.place(tx, hold).replaceWith(Result.ok(hold))
                        : Uni.createFrom().item(Result.refused(new ErasureRefusal.CustomerUnknown())));
    }

    /** Those in force, the oldest first. */
    public Uni<List<LegalHold>> list(Tx tx, Optional<UUID> after, int limit) {
        return store.holds(tx, after, limit);
    }

    /** Empty when there is none, or when it was lifted. */
    public Uni<Optional<LegalHold>> find(Tx tx, UUID holdId) {
        return store.hold(tx, holdId);
    }

    public Uni<Result<UUID, ErasureRefusal>> lift(Tx tx, UUID officer, UUID holdId) {
        return store.lift(tx, holdId, officer, clock.now())
                .map(customer -> customer.<Result<UUID, ErasureRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new ErasureRefusal.NotFound())));
    }
}
