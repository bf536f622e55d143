package io.anju.identity.signin;

import io.anju.identity.model.Phone;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.proof.Guard;
import io.anju.identity.proof.SmsCodes;
import io.anju.identity.risk.Risk;
import io.anju.identity.risk.Where;
import io.anju.kernel.result.Result;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Proofs of who nobody is signed in as yet, and the guard: a wrong one is counted for whom it is about and for where it
 * comes from, and a code is not even looked at while there are too many of them. The count of a person who proved themselves is cleared by {@link Admission}, once the risk rules
 * have seen it.
 */
@ApplicationScoped
public class GuardedProofs {

    private final Guard guard;
    private final Risk risk;
    private final SmsCodes codes;
    private final Customers customers;

    GuardedProofs(Guard guard, Risk risk, SmsCodes codes, Customers customers) {
        this.guard = guard;
        this.risk = risk;
        this.codes = codes;
        this.customers = customers;
    }

    /**
     * A code that was typed.
     *
     * @param operation what it was sent for
     */
    public record Typed(UUID operation, Phone phone, String digits) {

        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** Whose phone a right code proves; empty where the phone has no account, which nobody learns before that. */
    public Uni<Result<Optional<Customer>, ProofRefusal>> owner(Tx tx, Typed code, Where where) {
        return customers.findByPhone(tx, code.phone()).flatMap(known -> {
            var subject = known.map(customer -> Guard.Subject.person(customer.id()))
                    .orElseGet(() -> guard.phone(code.phone()));
            var about = new About(subject, Optional.of(code.phone()));
            return unlessBlocked(
                            tx,
                            subject,
                            () -> matches(tx, code, known)
                                    .call(result -> result instanceof Result.Refused
                                            ? failed(tx, about, where)
                                            : Uni.createFrom().voidItem()))
                    .call(result -> result instanceof Result.Ok && known.isEmpty()
                            ? guard.succeeded(tx, subject)
                            : Uni.createFrom().voidItem());
        });
    }

    private Uni<Result<Optional<Customer>, ProofRefusal>> matches(Tx tx, Typed code, Optional<Customer> known) {
        return codes.check(tx, code.operation(), code.digits())
                .map(wrong -> wrong.<Result<Optional<Customer>, ProofRefusal>>map(Result::refused)
                        .orElseGet(() -> Result.ok(known)));
    }

    /**
     * Whom a proof is about.
     *
     * @param phone of the one who is told of a lock
     */
    record About(Guard.Subject subject, Optional<Phone> phone) {}

    /** A proof that nobody guesses, a signature, was wrong; why not even that is told, where there were too many before. */
    <T> Uni<Result<T, ProofRefusal>> wrong(Tx tx, About about, Where where, ProofRefusal why) {
        return unlessBlocked(tx, about.subject(), () -> failed(tx, about, where).replaceWith(Result.refused(why)));
    }

    /** What comes of something that is not looked at while the guard holds it up. */
    private <T> Uni<Result<T, ProofRefusal>> unlessBlocked(
            Tx tx, Guard.Subject subject, Supplier<Uni<Result<T, ProofRefusal>>> proof) {
        return guard.ask(tx, subject)
                .flatMap(blocked ->
                        blocked.isPresent() ? Uni.createFrom().item(Result.refused(blocked.get())) : proof.get());
    }

    private Uni<Void> failed(Tx tx, About about, Where where) {
        return guard.failed(tx, about.subject(), about.phone()).flatMap(counted -> risk.failed(tx, where));
    }
}
