package io.anju.identity.registration;

import io.anju.identity.model.Level;
import io.anju.identity.model.Phone;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.proof.Guard;
import io.anju.identity.proof.SmsCodes;
import io.anju.identity.registration.model.NoticeReference;
import io.anju.identity.registration.model.Registration;
import io.anju.identity.registration.model.RegistrationRefusal;
import io.anju.identity.registration.model.RegistrationRefusal.ProofRefused;
import io.anju.identity.session.Device;
import io.anju.identity.session.Sessions;
import io.anju.kernel.result.Result;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** From a phone number to an account. What {@link #prove} writes has to be kept although it refuses. */
@ApplicationScoped
public class Registrations {

    /** {@code data} of {@code anju.customer.registered.v1}. */
    @RegisterForReflection
    public record CustomerRegistered(UUID customerId) {}

    /** A registration that was opened, and the code to be sent to its phone once that is kept. */
    public record Opened(Registration.Pending registration, String code) {}

    /** What the person sends. */
    public record Proof(String code, NoticeReference accepted, Device device) {}

    private final RegistrationStore store;
    private final PrivacyNotices notices;
    private final SmsCodes codes;
    private final Guard guard;
    private final Customers customers;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Ids ids;
    private final BusinessClock clock;

    Registrations(
            RegistrationStore store,
            PrivacyNotices notices,
            SmsCodes codes,
            Guard guard,
            Customers customers,
            Sessions sessions,
            Outbox outbox,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.notices = notices;
        this.codes = codes;
        this.guard = guard;
        this.customers = customers;
        this.sessions = sessions;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens one; the answer is the same whether the phone is known or not. */
    public Uni<Result<Opened, ProofRefusal>> open(Tx tx, Phone phone, String address) {
        var registration = Registration.Pending.open(ids.next(), phone, clock.now());
        var order = new SmsCodes.Order(registration.id(), SmsCodes.Purpose.REGISTRATION, phone, address);
        return store.add(tx, registration)
                .flatMap(added -> codes.prepare(tx, order))
                .map(prepared -> prepared.map(code -> new Opened(registration, code)));
    }

    /** Proves the phone, and signs its owner in. */
    public Uni<Result<Sessions.Opened, RegistrationRefusal>> prove(Tx tx, UUID id, Proof proof) {
        return store.findForUpdate(tx, id)
                .map(found -> found.<Result<Registration, RegistrationRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new RegistrationRefusal.NotFound())))
                .map(found -> found.flatMap(registration -> registration.accepting(
                        proof.accepted(), notices.current().reference(), clock.now())))
                .flatMap(accepting -> switch (accepting) {
                    case Result.Refused<Registration.Pending, RegistrationRefusal>(var refusal) -> refused(refusal);
                    case Result.Ok<Registration.Pending, RegistrationRefusal>(var pending) ->
                        customers
                                .findByPhone(tx, pending.phone())
                                .flatMap(known -> checkCode(tx, pending, known, proof));
                });
    }

    private Uni<Result<Sessions.Opened, RegistrationRefusal>> checkCode(
            Tx tx, Registration.Pending pending, Optional<Customer> known, Proof proof) {
        Guard.Subject subject = known.map(customer -> Guard.Subject.person(customer.id()))
                .orElseGet(() -> guard.phone(pending.phone()));
        return guard.ask(tx, subject)
                .flatMap(blocked -> blocked.isPresent()
                        ? refused(new ProofRefused(blocked.get()))
                        : codes.check(tx, pending.id(), proof.code())
                                .flatMap(wrong -> wrong.isPresent()
                                        ? guard.failed(tx, subject, Optional.of(pending.phone()))
                                                .flatMap(counted -> refused(new ProofRefused(wrong.get())))
                                        : guard.succeeded(tx, subject)
                                                .flatMap(cleared -> admit(tx, pending, known, proof))));
    }

    /** Whoever registers again has devices that may have declared something. */
    private Uni<Result<Sessions.Opened, RegistrationRefusal>> admit(
            Tx tx, Registration.Pending pending, Optional<Customer> known, Proof proof) {
        UUID person = known.map(Customer::id).orElseGet(ids::next);
        return sessions.lacksKey(tx, person, proof.device())
                .flatMap(lacks ->
                        lacks ? refused(new RegistrationRefusal.KeyMissing()) : complete(tx, pending, person, proof));
    }

    private Uni<Result<Sessions.Opened, RegistrationRefusal>> complete(
            Tx tx, Registration.Pending pending, UUID freshId, Proof proof) {
        var fresh = new Customer(freshId, pending.phone(), Level.L1, clock.now());
        return customers
                .register(tx, fresh)
                .call(customer -> store.complete(tx, pending.complete(customer.id())))
                .call(customer -> store.accepted(tx, customer.id(), proof.accepted(), clock.now()))
                .call(customer -> customer.id().equals(fresh.id())
                        ? outbox.append(tx, registered(customer.id()))
                        : Uni.createFrom().voidItem())
                .flatMap(customer -> sessions.open(tx, customer.id(), ProofMethod.SMS, proof.device()))
                .map(Result::ok);
    }

    private static DomainEvent registered(UUID customerId) {
        return new DomainEvent(
                "anju.customer.registered.v1", customerId.toString(), new CustomerRegistered(customerId));
    }

    private static <T> Uni<Result<T, RegistrationRefusal>> refused(RegistrationRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
