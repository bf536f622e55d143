package io.anju.identity.erasure;

import io.anju.identity.erasure.model.ErasureRefusal;
import io.anju.identity.erasure.model.LegalHold;
import io.anju.identity.party.Customers;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Holding a customer's data back from erasure, and letting it go again. */
@ApplicationScoped
public class LegalHolds {

    private final ErasureStore store;
    private final Customers customers;
    private final Ids ids;
    private final BusinessClock clock;

    LegalHolds(ErasureStore store, Customers customers, Ids ids, BusinessClock clock) {
        this.store = store;
        this.customers = customers;
        this.ids = ids;
        this.clock = clock;
    }

    /** An erasure that is under way at this moment comes first, and then there is nobody to hold. */
    public Uni<Result<LegalHold, ErasureRefusal>> place(Tx tx, UUID officer, UUID customerId, String reference) {
        var hold = new LegalHold(ids.next(), customerId, reference, officer, clock.now());
        return customers
                .find(tx, customerId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Result.refused(new ErasureRefusal.CustomerUnknown()))
                        : customers
                                .lock(tx, customerId)
                                .flatMap(locked -> store.place(tx, hold))
                                .replaceWith(Result.ok(hold)));
    }

    public Uni<Result<UUID, ErasureRefusal>> lift(Tx tx, UUID officer, UUID holdId) {
        return store.lift(tx, holdId, officer, clock.now())
                .map(customer -> customer.<Result<UUID, ErasureRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new ErasureRefusal.NotFound())));
    }
}
