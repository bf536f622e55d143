package io.anju.identity.signin;

import io.anju.identity.model.Proof;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.party.Standings;
import io.anju.identity.passkey.Assertion;
import io.anju.identity.passkey.Assertions;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.proof.Guard;
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

/** Looks at the proof of a sign-in: the person it proves, or why it proves nobody. */
@ApplicationScoped
class SignInProofs {

    private final GuardedProofs guarded;
    private final Assertions assertions;
    private final Guard guard;
    private final Risk risk;
    private final Customers customers;
    private final Standings standings;

    SignInProofs(
            GuardedProofs guarded,
            Assertions assertions,
            Guard guard,
            Risk risk,
            Customers customers,
            Standings standings) {
        this.guarded = guarded;
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
        return guarded.owner(tx, new GuardedProofs.Typed(signIn.id(), signIn.phone(), digits), where)
                .map(result ->
                        result.<SignInRefusal>refusedAs(ProofRefused::new).flatMap(SignInProofs::registered));
    }

    private static Result<UUID, SignInRefusal> registered(Optional<Customer> known) {
        return known.<Result<UUID, SignInRefusal>>map(customer -> Result.ok(customer.id()))
                .orElseGet(() -> Result.refused(new SignInRefusal.NotRegistered()));
    }

    private Uni<Result<UUID, SignInRefusal>> byPasskey(Tx tx, SignIn.ByPasskey signIn, String json, Where where) {
        return assertions.claimedOwner(tx, json).flatMap(claimed -> switch (claimed) {
            case Result.Refused<UUID, PasskeyRefusal> ignored -> stranger(tx, where);
            case Result.Ok<UUID, PasskeyRefusal>(var owner) ->
                signer(tx, assertions.check(tx, json, signIn.challenge()), owner, where)
                        .flatMap(signer -> mayEnter(tx, owner, signer.refusedAs(ProofRefused::new)));
        });
    }

    /** A right signature passes whatever a stranger had wrong in its owner's name. */
    private Uni<Result<UUID, ProofRefusal>> signer(
            Tx tx, Uni<Result<Assertion, PasskeyRefusal>> checked, UUID owner, Where where) {
        return checked.flatMap(result -> switch (result) {
            case Result.Ok<Assertion, PasskeyRefusal>(var assertion) ->
                Uni.createFrom().item(Result.ok(assertion.personId()));
            case Result.Refused<Assertion, PasskeyRefusal> ignored ->
                customers
                        .find(tx, owner)
                        .map(customer ->
                                new GuardedProofs.About(Guard.Subject.person(owner), customer.map(Customer::phone)))
                        .flatMap(about -> guarded.wrong(tx, about, where, wrong()));
        });
    }

    /** A passkey that nobody has here counts for the address; those of known people are not held up by it. */
    private Uni<Result<UUID, SignInRefusal>> stranger(Tx tx, Where where) {
        return guard.slowDown(tx, guard.stranger(where.address()))
                .call(counted -> risk.failed(tx, where))
                .map(blocked -> Result.refused(new ProofRefused(blocked.orElseGet(SignInProofs::wrong))));
    }

    private Uni<Result<UUID, SignInRefusal>> mayEnter(Tx tx, UUID person, Result<UUID, SignInRefusal> signer) {
        return signer instanceof Result.Ok
                ? standings
                        .get(tx, person)
                        .map(standing -> standing.suspended() ? Result.refused(new SignInRefusal.Suspended()) : signer)
                : Uni.createFrom().item(signer);
    }

    private static ProofRefusal wrong() {
        return new ProofRefusal.Wrong(0);
    }

    private static Uni<Result<UUID, SignInRefusal>> refused(SignInRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
