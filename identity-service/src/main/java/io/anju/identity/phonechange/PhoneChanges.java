package io.anju.identity.phonechange;

import io.anju.identity.model.Phone;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.phonechange.model.PhoneChange;
import io.anju.identity.phonechange.model.PhoneChangeRefusal;
import io.anju.identity.phonechange.model.PhoneChangeRefusal.ProofRefused;
import io.anju.identity.proof.Guard;
import io.anju.identity.proof.SmsCodes;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Changing the phone of an account. What {@link #prove} writes has to be kept although it refuses. */
@ApplicationScoped
public class PhoneChanges {

    /** @param code to be sent to the new phone once all is kept */
    public record Opened(PhoneChange.Pending change, String code) {

        @Override
        public String toString() {
            return "Opened " + change.id();
        }
    }

    /**
     * The account has the new phone.
     *
     * @param before the old one, which is told
     */
    public record Changed(Phone before, Phone now) {}

    private final PhoneChangeStore store;
    private final SmsCodes codes;
    private final Guard guard;
    private final Customers customers;
    private final Ids ids;
    private final BusinessClock clock;

    PhoneChanges(
            PhoneChangeStore store, SmsCodes codes, Guard guard, Customers customers, Ids ids, BusinessClock clock) {
        this.store = store;
        this.codes = codes;
        this.guard = guard;
        this.customers = customers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a change, after the old side was proved. It does not tell whether the new phone is registered.
     *
     * @param address network address of the one who asks, for the caps on messages
     */
    public Uni<Result<Opened, PhoneChangeRefusal>> open(Tx tx, UUID customerId, Phone phone, String address) {
        Instant now = clock.now();
        var change = new PhoneChange.Pending(ids.next(), customerId, phone, now, now.plus(PhoneChange.LIFETIME));
        // An erasure that is under way comes first: it must not miss this phone.
        return customers
                .lock(tx, customerId)
                .flatMap(locked -> customers.get(tx, customerId))
                .flatMap(customer -> customer.phone().equals(phone)
                        ? refused(new PhoneChangeRefusal.SamePhone())
                        : store.add(tx, change)
                                .flatMap(added -> codes.prepare(
                                        tx,
                                        new SmsCodes.Order(change.id(), SmsCodes.Purpose.PHONE_CHANGE, phone, address)))
                                .map(prepared -> switch (prepared) {
                                    case Result.Ok<String, ProofRefusal>(var code) ->
                                        Result.ok(new Opened(change, code));
                                    case Result.Refused<String, ProofRefusal>(var cause) ->
                                        Result.refused(new ProofRefused(cause));
                                }));
    }

    /** Changes the phone, if the code from the new one is right. */
    public Uni<Result<Changed, PhoneChangeRefusal>> prove(Tx tx, UUID customerId, UUID id, String code) {
        return store.findForUpdate(tx, id)
                .map(found -> found.filter(change -> change.customerId().equals(customerId))
                        .<Result<PhoneChange, PhoneChangeRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new PhoneChangeRefusal.NotFound()))
                        .flatMap(change -> change.pending(clock.now())))
                .flatMap(pending -> switch (pending) {
                    case Result.Refused<PhoneChange.Pending, PhoneChangeRefusal>(var refusal) -> refused(refusal);
                    case Result.Ok<PhoneChange.Pending, PhoneChangeRefusal>(var change) -> guarded(tx, change, code);
                });
    }

    /** Ends what waits for a new phone, since its old side was perhaps proved by somebody else. */
    public Uni<Void> endOpen(Tx tx, UUID customerId) {
        return store.endOpen(tx, customerId, clock.now());
    }

    private Uni<Result<Changed, PhoneChangeRefusal>> guarded(Tx tx, PhoneChange.Pending change, String code) {
        var subject = Guard.Subject.person(change.customerId());
        return guard.ask(tx, subject)
                .flatMap(blocked -> blocked.isPresent()
                        ? refused(new ProofRefused(blocked.get()))
                        : customers
                                .get(tx, change.customerId())
                                .flatMap(customer -> codes.check(tx, change.id(), code)
                                        .flatMap(wrong -> wrong.isPresent()
                                                ? guard.failed(tx, subject, Optional.of(customer.phone()))
                                                        .flatMap(counted -> refused(new ProofRefused(wrong.get())))
                                                : change(tx, customer, change))));
    }

    private Uni<Result<Changed, PhoneChangeRefusal>> change(Tx tx, Customer customer, PhoneChange.Pending change) {
        Instant now = clock.now();
        return customers
                .changePhone(tx, customer.id(), change.phone())
                .flatMap(changed -> changed
                        ? store.save(tx, new PhoneChange.Completed(change.id(), customer.id(), now))
                                .replaceWith(Result.ok(new Changed(customer.phone(), change.phone())))
                        : refused(new PhoneChangeRefusal.Taken()));
    }

    private static <T> Uni<Result<T, PhoneChangeRefusal>> refused(PhoneChangeRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
