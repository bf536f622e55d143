package io.anju.identity.erasure;

import io.anju.identity.datakey.DataKeys;
import io.anju.identity.datakey.model.KeyKind;
import io.anju.identity.erasure.model.Erasure;
import io.anju.identity.erasure.model.ErasurePlan;
import io.anju.identity.erasure.model.ErasureRefusal;
import io.anju.identity.erasure.model.Relation;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.proof.Guard;
import io.anju.identity.proof.SmsCodes;
import io.anju.identity.realname.RealNames;
import io.anju.identity.session.Sessions;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Closing an account. All of it happens in one transaction, so that no process can die between its parts: whoever is
 * half erased does not exist.
 */
@ApplicationScoped
public class Erasures {

    /** For how long one replica has something in hand, and after how long what could not be done is tried again. */
    static final Duration LEASE = Duration.ofHours(1);

    private final ErasureStore store;
    private final Customers customers;
    private final RealNames realNames;
    private final DataKeys dataKeys;
    private final Sessions sessions;
    private final SmsCodes codes;
    private final Guard guard;
    private final Outbox outbox;
    private final Ids ids;
    private final BusinessClock clock;

    Erasures(
            ErasureStore store,
            Customers customers,
            RealNames realNames,
            DataKeys dataKeys,
            Sessions sessions,
            SmsCodes codes,
            Guard guard,
            Outbox outbox,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.customers = customers;
        this.realNames = realNames;
        this.dataKeys = dataKeys;
        this.sessions = sessions;
        this.codes = codes;
        this.guard = guard;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was done to this account; empty while it lives. */
    public Uni<Optional<ErasureStore.Kept>> find(Tx tx, UUID customerId) {
        return store.find(tx, customerId);
    }

    /** What an erasure would do now. */
    public Uni<ErasurePlan> plan(Tx tx, UUID customerId, Relation relation) {
        return store.rules(tx)
                .flatMap(rules -> store.holds(tx, customerId, clock.now())
                        .map(holds -> ErasurePlan.of(rules, relation, holds, clock.today())));
    }

    /**
     * Erases. Asked again, it is the same erasure.
     *
     * @param relation as loan-service told a moment ago
     */
    public Uni<Result<ErasureStore.Kept, ErasureRefusal>> erase(Tx tx, UUID customerId, Relation relation) {
        return store.findForUpdate(tx, customerId)
                .flatMap(done -> done.isPresent()
                        ? Uni.createFrom().item(Result.ok(done.get()))
                        : customers
                                .lock(tx, customerId)
                                .flatMap(locked -> plan(tx, customerId, relation))
                                .flatMap(plan -> carryOut(tx, customerId, plan)));
    }

    private Uni<Result<ErasureStore.Kept, ErasureRefusal>> carryOut(Tx tx, UUID customerId, ErasurePlan plan) {
        if (!plan.obstacles().isEmpty()) {
            return Uni.createFrom().item(Result.refused(plan.obstacles().getFirst()));
        }
        var erasure = plan.carriedOut(new Erasure.Opening(ids.next(), customerId, clock.now()));
        return customers
                .get(tx, customerId)
                .flatMap(customer -> sessions.endAll(tx, customerId)
                        .flatMap(ended -> removeTraces(tx, customer))
                        .flatMap(removed -> shred(tx, customerId, plan)))
                .flatMap(shredded -> store.add(tx, erasure, plan.items()))
                .flatMap(added -> outbox.append(
                        tx, new CustomerErased(customerId, erasure.opening().at()).event()))
                .flatMap(told -> tellGone(tx, customerId, plan.goneElsewhere()))
                .replaceWith(Result.ok(new ErasureStore.Kept(erasure, plan.items())));
    }

    /** The others count no days: what goes at once they are told like what goes on its day. */
    private Uni<Void> tellGone(Tx tx, UUID customerId, List<String> items) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> outbox.append(tx, new RetentionEnded(customerId, item).event()))
                .collect()
                .last();
    }

    private Uni<Void> removeTraces(Tx tx, Customer customer) {
        return store.removeTraces(tx, customer.id(), codes.phoneHashes(customer.phone()), clock.now())
                .flatMap(removed -> guard.succeeded(tx, guard.phone(customer.phone())))
                .flatMap(removed -> guard.succeeded(tx, Guard.Subject.person(customer.id())));
    }

    private Uni<Void> shred(Tx tx, UUID customerId, ErasurePlan plan) {
        boolean keepPhone = plan.keptUntil(KeyKind.CONTACT).isPresent();
        boolean keepName = plan.keptUntil(KeyKind.IDENTITY).isPresent();
        return customers
                .erase(tx, customerId, keepPhone, clock.now())
                .flatMap(erased -> keepName ? realNames.restrict(tx, customerId) : realNames.erase(tx, customerId))
                .flatMap(erased -> destroy(tx, customerId, KeyKind.CONTACT, keepPhone))
                .flatMap(destroyed -> destroy(tx, customerId, KeyKind.IDENTITY, keepName));
    }

    private Uni<Void> destroy(Tx tx, UUID customerId, KeyKind kind, boolean keep) {
        return keep
                ? Uni.createFrom().voidItem()
                : dataKeys.destroy(tx, customerId, kind, clock.now()).replaceWithVoid();
    }

    /** Takes one in hand whose day has come; answers whose it is. */
    public Uni<Optional<UUID>> leaseDue(Tx tx) {
        return store.leaseDue(tx, clock.today(), clock.now(), clock.now().plus(LEASE));
    }

    /** Completes a restricted one whose day has come, unless a legal hold came before. */
    public Uni<Void> complete(Tx tx, UUID customerId) {
        return store.lock(tx, customerId)
                .flatMap(locked -> store.holds(tx, customerId, clock.now()))
                .flatMap(holds -> holds.isEmpty()
                        ? store.find(tx, customerId)
                        : Uni.createFrom().item(Optional.<ErasureStore.Kept>empty()))
                .map(found -> found.map(ErasureStore.Kept::erasure)
                        .filter(Erasure.Restricted.class::isInstance)
                        .map(Erasure.Restricted.class::cast)
                        .flatMap(restricted -> restricted.release(clock.today(), clock.now())))
                .flatMap(released -> released.isEmpty() ? Uni.createFrom().voidItem() : complete(tx, released.get()));
    }

    private Uni<Void> complete(Tx tx, Erasure.Complete erasure) {
        UUID customerId = erasure.opening().customerId();
        return customers
                .erase(tx, customerId, false, erasure.opening().at())
                .flatMap(erased -> realNames.erase(tx, customerId))
                .flatMap(erased -> destroyAll(tx, customerId))
                .flatMap(destroyed -> store.complete(tx, erasure));
    }

    private Uni<Void> destroyAll(Tx tx, UUID customerId) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (KeyKind kind : List.of(KeyKind.values())) {
            done = done.flatMap(before -> destroy(tx, customerId, kind, false));
        }
        return done;
    }
}
