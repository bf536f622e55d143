package io.anju.identity.verification;

import io.anju.identity.hold.Holds;
import io.anju.identity.model.Proof;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.party.Customer;
import io.anju.identity.party.Customers;
import io.anju.identity.passkey.Assertion;
import io.anju.identity.passkey.Assertions;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.proof.Guard;
import io.anju.identity.proof.SmsCodes;
import io.anju.identity.risk.Risk;
import io.anju.identity.risk.Where;
import io.anju.identity.verification.model.PasskeyEvidence;
import io.anju.identity.verification.model.Verification;
import io.anju.identity.verification.model.VerificationRefusal;
import io.anju.identity.verification.model.VerificationRefusal.ProofRefused;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Proving a verification and minting its one token, at once or after a delay. What it writes has to be kept although it
 * refuses: a wrong proof is counted.
 */
@ApplicationScoped
public class VerificationProofs {

    private final VerificationStore store;
    private final Askers askers;
    private final SmsCodes codes;
    private final Assertions assertions;
    private final Guard guard;
    private final Risk risk;
    private final Holds holds;
    private final Customers customers;
    private final SecondKeys keys;
    private final VerificationDelays delays;
    private final Ids ids;
    private final BusinessClock clock;

    VerificationProofs(
            VerificationStore store,
            Askers askers,
            SmsCodes codes,
            Assertions assertions,
            Guard guard,
            Risk risk,
            Holds holds,
            Customers customers,
            SecondKeys keys,
            VerificationDelays delays,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.askers = askers;
        this.codes = codes;
        this.assertions = assertions;
        this.guard = guard;
        this.risk = risk;
        this.holds = holds;
        this.customers = customers;
        this.keys = keys;
        this.delays = delays;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The token, or the wait for it, if the proof is right; at most one for each verification.
     *
     * @param where the proof comes from, for the signals of later decisions
     */
    public Uni<Result<Proved, VerificationRefusal>> prove(Tx tx, UUID personId, UUID id, Proof proof, Where where) {
        return store.findForUpdate(tx, id)
                .map(found -> found.filter(
                                verification -> verification.opened().personId().equals(personId))
                        .<Result<Verification, VerificationRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new VerificationRefusal.NotFound())))
                .map(own -> own.flatMap(verification -> verification.accepting(proof.method(), clock.now())))
                .flatMap(accepting -> switch (accepting) {
                    case Result.Ok<Verification.Pending, VerificationRefusal>(var pending) ->
                        askers.roleMissing(tx, pending.opened())
                                .flatMap(missing ->
                                        missing.isPresent() ? refused(missing.get()) : look(tx, pending, proof, where));
                    case Result.Refused<Verification.Pending, VerificationRefusal>(var refusal) -> refused(refusal);
                });
    }

    private Uni<Result<Proved, VerificationRefusal>> look(
            Tx tx, Verification.Pending pending, Proof proof, Where where) {
        var person = Guard.Subject.person(pending.opened().personId());
        return switch (proof) {
            case Proof.Code(var digits) ->
                unlessBlocked(
                        tx,
                        person,
                        () -> codes.check(tx, pending.opened().id(), digits)
                                .flatMap(wrong -> wrong.isPresent()
                                        ? fail(tx, pending, person, wrong.get(), where)
                                        : succeed(tx, pending, person, Optional.empty(), where)));
            // Nobody guesses a signature, so a right one passes whatever a stranger had wrong in this person's name.
            case Proof.PasskeyAssertion(var json) ->
                assertions
                        .check(tx, json, pending.opened().challenge())
                        .map(checked -> evidence(pending, checked))
                        .flatMap(checked -> switch (checked) {
                            case Result.Ok<PasskeyEvidence, ProofRefusal>(var evidence) ->
                                succeed(tx, pending, person, Optional.of(evidence), where);
                            case Result.Refused<PasskeyEvidence, ProofRefusal>(var cause) ->
                                unlessBlocked(tx, person, () -> fail(tx, pending, person, cause, where));
                        });
        };
    }

    private Uni<Result<Proved, VerificationRefusal>> unlessBlocked(
            Tx tx, Guard.Subject person, Supplier<Uni<Result<Proved, VerificationRefusal>>> next) {
        return guard.ask(tx, person)
                .flatMap(blocked -> blocked.isPresent() ? refused(new ProofRefused(blocked.get())) : next.get());
    }

    private Uni<Result<Proved, VerificationRefusal>> succeed(
            Tx tx,
            Verification.Pending pending,
            Guard.Subject person,
            Optional<PasskeyEvidence> evidence,
            Where where) {
        return guard.succeeded(tx, person).flatMap(cleared -> pass(tx, pending, evidence, where));
    }

    private static Result<PasskeyEvidence, ProofRefusal> evidence(
            Verification.Pending pending, Result<Assertion, PasskeyRefusal> checked) {
        return checked instanceof Result.Ok<Assertion, PasskeyRefusal>(var assertion)
                        && assertion.personId().equals(pending.opened().personId())
                ? Result.ok(new PasskeyEvidence(
                        assertion.credentialId(),
                        assertion.publicKey(),
                        assertion.clientDataJson(),
                        assertion.authenticatorData(),
                        assertion.signature(),
                        pending.opened().nonce()))
                : Result.refused(new ProofRefusal.Wrong(pending.triesLeftAfterFailure()));
    }

    private Uni<Result<Proved, VerificationRefusal>> pass(
            Tx tx, Verification.Pending pending, Optional<PasskeyEvidence> evidence, Where where) {
        return holds.passes(tx, pending.opened().id())
                .flatMap(passes -> !passes
                        ? refused(new VerificationRefusal.ReleaseUsed())
                        : pending.delay()
                                .map(delay -> delays.begin(tx, pending.delayed(delay, evidence, clock.now()))
                                        .<Result<Proved, VerificationRefusal>>map(Result::ok))
                                .orElseGet(() -> mint(tx, pending, evidence, where)));
    }

    private Uni<Result<Proved, VerificationRefusal>> mint(
            Tx tx, Verification.Pending pending, Optional<PasskeyEvidence> evidence, Where where) {
        var proven = pending.proven(ids.next(), evidence, clock.now());
        return risk.proven(tx, pending.opened().id(), pending.opened().personId(), where)
                .flatMap(kept -> store.save(tx, proven))
                .flatMap(saved -> keys.cut(proven))
                .map(Result::ok);
    }

    private Uni<Result<Proved, VerificationRefusal>> fail(
            Tx tx, Verification.Pending pending, Guard.Subject subject, ProofRefusal cause, Where where) {
        return store.save(tx, pending.failed())
                .flatMap(saved -> customers.find(tx, pending.opened().personId()))
                .flatMap(customer -> guard.failed(tx, subject, customer.map(Customer::phone)))
                .flatMap(counted -> risk.failed(tx, where))
                .replaceWith(Result.refused(new ProofRefused(cause)));
    }

    /** The assertion behind a token, for the service that the token was for. */
    public Uni<Optional<Verification.Proven>> findEvidence(Tx tx, UUID tokenId, String audience) {
        return store.findByToken(tx, tokenId)
                .map(found ->
                        found.filter(proven -> proven.opened().act().audience().equals(audience)));
    }

    private static Uni<Result<Proved, VerificationRefusal>> refused(VerificationRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
