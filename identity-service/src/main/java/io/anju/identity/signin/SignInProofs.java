package io.anju.identity.signin;

import io.anju.identity.model.Phone;
import io.anju.identity.model.Proof;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.party.Standings;
import io.anju.identity.passkey.Assertion;
import io.anju.identity.passkey.Assertions;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.proof.Guard;
import io.anju.identity.proof.SmsCodes;
import io.anju.identity.risk.Risk;
import io.anju.identity.risk.Where;
import io.anju.identity.signin.model.SignIn;
import io.anju.identity.signin.model.SignInRefusal;
import io.anju.identity.signin.model.SignInRefusal.ProofRefused;
import io.anju.kernel.result.Result;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Looks at the proof of a sign-in, behind the guard: the person it proves, or why it proves nobody. */
@ApplicationScoped
class SignInProofs {

    private final SmsCodes codes;
    private final Assertions assertions;
    private final Guard guard;
    private final Risk risk;
    private final Customers customers;
    private final Standings standings;

    SignInProofs(
            SmsCodes codes, Assertions assertions, Guard guard, Risk risk, Customers customers, Standings standings) {
        this.codes = codes;
        this.assertions = assertions;
        this.guard = guard;
        this.risk = risk;
        this.customers = customers;
        this.standings = standings;
    }

    Uni<Result<UUID, SignInRefusal>> check(Tx tx, SignIn signIn, Proof proof, Where where) {
        return switch (proof) {
            case Proof.Code(var digits) when signIn instanceof SignIn.BySms bySms -> bySms(tx, bySms, digits, where);
            case Proof.PasskeyAssertion(var json)
            when signIn instanceof SignIn.ByPasskey byPasskey -> byPasskey(tx, byPasskey, json, where);
            case Proof.Code ignored -> refused(new SignInRefusal.OtherMethod());
            case Proof.PasskeyAssertion ignored -> refused(new SignInRefusal.OtherMethod());
        };
    }

    private Uni<Result<UUID, SignInRefusal>> bySms(Tx tx, SignIn.BySms signIn, String digits, Where where) {
        return customers.findByPhone(tx, signIn.phone()).flatMap(known -> {
            Guard.Subject subject = known.map(customer -> Guard.Subject.person(customer.id()))
                    .orElseGet(() -> guard.phone(signIn.phone()));
            return guarded(
                    tx,
                    subject,
                    new Attempt(Optional.of(signIn.phone()), where),
                    () -> codes.check(tx, signIn.id(), digits)
                            .map(wrong -> wrong.isPresent()
                                    ? Result.refused(new ProofRefused(wrong.get()))
                                    : registered(known)));
        });
    }

    private static Result<UUID, SignInRefusal> registered(Optional<Customer> known) {
        return known.<Result<UUID, SignInRefusal>>map(customer -> Result.ok(customer.id()))
                .orElseGet(() -> Result.refused(new SignInRefusal.NotRegistered()));
    }

    private Uni<Result<UUID, SignInRefusal>> byPasskey(Tx tx, SignIn.ByPasskey signIn, String json, Where where) {
        return assertions.claimedOwner(tx, json).flatMap(claimed -> switch (claimed) {
            case Result.Refused<UUID, PasskeyRefusal> ignored -> stranger(tx, where);
            case Result.Ok<UUID, PasskeyRefusal>(var owner) ->
                customers
                        .find(tx, owner)
                        .flatMap(customer -> guarded(
                                tx,
                                Guard.Subject.person(owner),
                                new Attempt(customer.map(Customer::phone), where),
                                () -> assertions
                                        .check(tx, json, signIn.challenge())
                                        .map(SignInProofs::signer)))
                        .flatMap(signer -> mayEnter(tx, owner, signer));
        });
    }

    /** A passkey that nobody has here counts for the address; those of known people are not held up by it. */
    private Uni<Result<UUID, SignInRefusal>> stranger(Tx tx, Where where) {
        return guard.slowDown(tx, guard.stranger(where.address()))
                .call(counted -> risk.failed(tx, where))
                .map(blocked -> Result.refused(
                        blocked.<SignInRefusal>map(ProofRefused::new).orElseGet(SignInProofs::wrong)));
    }

    private Uni<Result<UUID, SignInRefusal>> mayEnter(Tx tx, UUID person, Result<UUID, SignInRefusal> signer) {
        return signer instanceof Result.Ok
                ? standings
                        .get(tx, person)
                        .map(standing -> standing.suspended() ? Result.refused(new SignInRefusal.Suspended()) : signer)
                : Uni.createFrom().item(signer);
    }

    private static Result<UUID, SignInRefusal> signer(Result<Assertion, PasskeyRefusal> checked) {
        return switch (checked) {
            case Result.Ok<Assertion, PasskeyRefusal>(var assertion) -> Result.ok(assertion.personId());
            case Result.Refused<Assertion, PasskeyRefusal> ignored -> Result.refused(wrong());
        };
    }

    private static SignInRefusal wrong() {
        return new ProofRefused(new ProofRefusal.Wrong(0));
    }

    private interface Check {
        Uni<Result<UUID, SignInRefusal>> run();
    }

    /** Who is told of a lock, and where the attempt comes from. */
    private record Attempt(Optional<Phone> owner, Where where) {}

    /** The count of a person who proved themselves is cleared by {@link SignIns} once the risk rules have seen it. */
    private Uni<Result<UUID, SignInRefusal>> guarded(Tx tx, Guard.Subject subject, Attempt attempt, Check check) {
        return guard.ask(tx, subject)
                .flatMap(blocked -> blocked.isPresent()
                        ? refused(new ProofRefused(blocked.get()))
                        : check.run().call(result -> switch (result) {
                            case Result.Ok<UUID, SignInRefusal> ignored ->
                                Uni.createFrom().voidItem();
                            case Result.Refused<UUID, SignInRefusal>(ProofRefused ignored) ->
                                guard.failed(tx, subject, attempt.owner())
                                        .flatMap(counted -> risk.failed(tx, attempt.where()));
                            case Result.Refused<UUID, SignInRefusal> ignored -> guard.succeeded(tx, subject);
                        }));
    }

    private static Uni<Result<UUID, SignInRefusal>> refused(SignInRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
