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
import java.util.function.Function;

/** Holding a customer's data back from erasure, and letting it go again: two officers for each. */
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
     * Proposes one on whoever is or was a customer, as long as anything is left of them; it holds from now on. An erasure that
     * is under way at this moment comes first; what it leaves is held.
     */
    public Uni<Result<LegalHold, ErasureRefusal>> place(Tx tx, UUID officer, UUID customerId, String reference) {
        var hold = LegalHold.proposed(ids.next(), customerId, reference, officer, clock.now());
        return store.lock(tx, customerId)
                .flatMap(known ->
                        known ? store.keeps(tx, customerId) : Uni.createFrom().item(false))
                .flatMap(kept -> kept
                        ? store.place(tx, hold).replaceWith(Result.ok(hold))
                        : Uni.createFrom().item(Result.refused(new ErasureRefusal.CustomerUnknown())));
    }

    /** Those that hold something, the oldest first. */
    public Uni<List<LegalHold>> list(Tx tx, Optional<UUID> after, int limit) {
        return store.holds(tx, after, limit, clock.now());
    }

    /** Empty when there is none, or when it holds nothing any more. */
    public Uni<Optional<LegalHold>> find(Tx tx, UUID holdId) {
        return store.hold(tx, holdId, clock.now());
    }

    /** Proposes to lift it; one that nobody has agreed to yet is taken back at once. Asked again it is the same proposal. */
    public Uni<Result<LegalHold, ErasureRefusal>> giveUp(Tx tx, UUID officer, UUID holdId) {
        return step(tx, officer, holdId, hold -> Result.ok(hold.giveUp(officer, clock.now())));
    }

    /** The second officer agrees to what is proposed about it. */
    public Uni<Result<LegalHold, ErasureRefusal>> approve(Tx tx, UUID officer, UUID holdId) {
        return step(tx, officer, holdId, hold -> hold.approve(officer, clock.now()));
    }

    /** Somebody says no to what is proposed about it. */
    public Uni<Result<LegalHold, ErasureRefusal>> reject(Tx tx, UUID officer, UUID holdId) {
        return step(tx, officer, holdId, LegalHold::reject);
    }

    private Uni<Result<LegalHold, ErasureRefusal>> step(
            Tx tx, UUID officer, UUID holdId, Function<LegalHold, Result<LegalHold, ErasureRefusal>> step) {
        return store.holdForUpdate(tx, holdId, clock.now())
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Result.refused(new ErasureRefusal.NotFound()))
                        : save(tx, officer, found.get(), step.apply(found.get())));
    }

    private Uni<Result<LegalHold, ErasureRefusal>> save(
            Tx tx, UUID officer, LegalHold before, Result<LegalHold, ErasureRefusal> after) {
        return after instanceof Result.Ok<LegalHold, ErasureRefusal>(var hold) && !hold.equals(before)
                ? store.save(tx, hold, officer, clock.now()).replaceWith(after)
                : Uni.createFrom().item(after);
    }
}
