package io.anju.identity.registration;

import io.anju.identity.model.Level;
import io.anju.identity.model.Phone;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.notice.PrivacyNotices;
import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.proof.SmsCodes;
import io.anju.identity.registration.model.Registration;
import io.anju.identity.registration.model.RegistrationRefusal;
import io.anju.identity.registration.model.RegistrationRefusal.ProofRefused;
import io.anju.identity.risk.Where;
import io.anju.identity.session.Device;
import io.anju.identity.session.Sessions;
import io.anju.identity.signin.Admission;
import io.anju.identity.signin.GuardedProofs;
import io.anju.identity.signin.model.SignInRefusal;
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

    /**
     * What the person sends.
     *
     * @param address network address it comes from
     */
    public record Proof(String code, NoticeReference accepted, Device device, String address) {

        @Override
        public String toString() {
            return "Proof";
        }
    }

    private final RegistrationStore store;
    private final PrivacyNotices notices;
    private final SmsCodes codes;
    private final GuardedProofs proofs;
    private final Customers customers;
    private final Sessions sessions;
    private final Admission admission;
    private final Outbox outbox;
    private final Ids ids;
    private final BusinessClock clock;

    Registrations(
            RegistrationStore store,
            PrivacyNotices notices,
            SmsCodes codes,
            GuardedProofs proofs,
            Customers customers,
            Sessions sessions,
            Admission admission,
            Outbox outbox,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.notices = notices;
        this.codes = codes;
        this.proofs = proofs;
        this.customers = customers;
        this.sessions = sessions;
        this.admission = admission;
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

    /** Proves the phone, and signs its owner in, if the risk rules do not object to who has an account. */
    public Uni<Result<Sessions.Opened, RegistrationRefusal>> prove(Tx tx, UUID id, Proof proof) {
        return store.findForUpdate(tx, id)
                .map(found -> found.<Result<Registration, RegistrationRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new RegistrationRefusal.NotFound())))
                .map(found -> found.flatMap(registration -> registration.accepting(
                        proof.accepted(), notices.current().reference(), clock.now())))
                .flatMap(accepting -> switch (accepting) {
                    case Result.Refused<Registration.Pending, RegistrationRefusal>(var refusal) -> refused(refusal);
                    case Result.Ok<Registration.Pending, RegistrationRefusal>(var pending) ->
                        checkCode(tx, pending, proof);
                });
    }

    private Uni<Result<Sessions.Opened, RegistrationRefusal>> checkCode(
            Tx tx, Registration.Pending pending, Proof proof) {
        var typed = new GuardedProofs.Typed(pending.id(), pending.phone(), proof.code());
        return proofs.owner(tx, typed, where(proof)).flatMap(checked -> switch (checked) {
            case Result.Refused<Optional<Customer>, ProofRefusal>(var cause) -> refused(new ProofRefused(cause));
            case Result.Ok<Optional<Customer>, ProofRefusal>(var known) ->
                known.isPresent() ? signIn(tx, pending, known.get(), proof) : register(tx, pending, proof);
        });
    }

    /** A known phone opens its account no more easily here than by a sign-in. */
    private Uni<Result<Sessions.Opened, RegistrationRefusal>> signIn(
            Tx tx, Registration.Pending pending, Customer known, Proof proof) {
        var proven = new Admission.Proven(known.id(), ProofMethod.SMS, proof.device(), where(proof));
        return store.complete(tx, pending.complete(known.id()))
                .flatMap(completed -> admission.open(tx, proven))
                .call(admitted -> admitted instanceof Result.Ok
                        ? store.accepted(tx, known.id(), proof.accepted(), clock.now())
                        : Uni.createFrom().voidItem())
                .map(admitted -> admitted.refusedAs(RegistrationRefusal.NotLetIn::new));
    }

    private Where where(Proof proof) {
        return Where.onDevice(sessions.deviceHash(proof.device()), proof.address());
    }

    private Uni<Result<Sessions.Opened, RegistrationRefusal>> register(
            Tx tx, Registration.Pending pending, Proof proof) {
        var fresh = new Customer(ids.next(), pending.phone(), Level.L1, clock.now());
        return sessions.lacksKey(tx, fresh.id(), proof.device())
                .flatMap(lacks -> lacks
                        ? refused(new RegistrationRefusal.NotLetIn(new SignInRefusal.KeyMissing()))
                        : customers
                                .register(tx, fresh)
                                .flatMap(customer -> customer.id().equals(fresh.id())
                                        ? begin(tx, pending, fresh, proof)
                                        // Somebody else has registered the phone since it was found to have no account.
                                        : signIn(tx, pending, customer, proof)));
    }

    private Uni<Result<Sessions.Opened, RegistrationRefusal>> begin(
            Tx tx, Registration.Pending pending, Customer fresh, Proof proof) {
        return store.complete(tx, pending.complete(fresh.id()))
                .flatMap(completed -> store.accepted(tx, fresh.id(), proof.accepted(), clock.now()))
                .flatMap(accepted -> outbox.append(tx, registered(fresh.id())))
                .flatMap(told -> sessions.open(tx, fresh.id(), ProofMethod.SMS, proof.device()))
                // The device that opens an account is no news to anybody.
                .map(opened -> Result.ok(new Sessions.Opened(opened.tokens(), opened.person(), false)));
    }

    private static DomainEvent registered(UUID customerId) {
        return new DomainEvent(
                "anju.customer.registered.v1", customerId.toString(), new CustomerRegistered(customerId));
    }

    private static <T> Uni<Result<T, RegistrationRefusal>> refused(RegistrationRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
