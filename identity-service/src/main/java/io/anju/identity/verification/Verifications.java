package io.anju.identity.verification;

import io.anju.identity.hold.Holds;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.RiskVerdict;
import io.anju.identity.risk.Ask;
import io.anju.identity.risk.Risk;
import io.anju.identity.risk.Where;
import io.anju.identity.risk.model.Act;
import io.anju.identity.verification.model.ActPolicy;
import io.anju.identity.verification.model.Delay;
import io.anju.identity.verification.model.Opening;
import io.anju.identity.verification.model.ProtectedAct;
import io.anju.identity.verification.model.Verification;
import io.anju.identity.verification.model.VerificationRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Opening verifications: policy → rules of the opening → risk → challenge. What they write has to be kept although they
 * refuse, since the decision of the risk rules is on record either way.
 *
 * @see VerificationProofs for the other half
 */
@ApplicationScoped
public class Verifications {

    private static final int NONCE_BYTES = 32;

    /**
     * What is asked for.
     *
     * @param sessionId of the caller's session, whose device is a signal
     * @param claim the amount, as far as the request tells
     * @param cardEnding last four digits of the bank card that it is about, as far as the body that will be sent tells
     * @param wanted the method that the person prefers
     * @param address network address, a signal, and for the caps of SMS
     */
    public record Request(
            UUID personId,
            Optional<UUID> sessionId,
            ProtectedAct act,
            Ask.Claim claim,
            Optional<String> cardEnding,
            Optional<ProofMethod> wanted,
            String address) {}

    private final SecureRandom random = new SecureRandom();
    private final VerificationStore store;
    private final Askers askers;
    private final Challenges challenges;
    private final Risk risk;
    private final Holds holds;
    private final Ids ids;
    private final BusinessClock clock;

    Verifications(
            VerificationStore store,
            Askers askers,
            Challenges challenges,
            Risk risk,
            Holds holds,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.askers = askers;
        this.challenges = challenges;
        this.risk = risk;
        this.holds = holds;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens a verification, or says why not. */
    public Uni<Result<OpenedVerification, VerificationRefusal>> open(Tx tx, Request request) {
        return store.findPolicy(tx, request.act().type())
                .flatMap(policy -> policy.isEmpty()
                        ? refused(
                                new VerificationRefusal.ActUnknown(request.act().type()))
                        : askers.find(tx, request)
                                .map(asker -> new Opening(request.act(), asker.person(), policy.get()).check())
                                .flatMap(checked -> switch (checked) {
                                    case Result.Refused<Opening, VerificationRefusal>(var refusal) -> refused(refusal);
                                    case Result.Ok<Opening, VerificationRefusal>(var opening) ->
                                        decide(tx, request, opening);
                                }));
    }

    /** One id goes through: of the decision, of the hold if it is held, of the verification if it opens. */
    private Uni<Result<OpenedVerification, VerificationRefusal>> decide(Tx tx, Request request, Opening opening) {
        var ask = ask(request, opening.policy());
        return risk.decide(tx, ask, holds).flatMap(verdict -> switch (verdict) {
            case RiskVerdict.Held held -> holds.place(tx, ask, held).flatMap(Verifications::held);
            case RiskVerdict.Denied denied ->
                holds.deny(tx, ask, denied)
                        .map(Hold::placed)
                        .flatMap(placed -> refused(new VerificationRefusal.RiskDenied(placed.id(), placed.stop())));
            case RiskVerdict.Open open ->
                holds.refusal(tx, ask)
                        .flatMap(refusal -> refusal.isPresent()
                                ? held(refusal.get())
                                : delay(tx, request, opening.policy())
                                        .flatMap(delay -> open(tx, request, opening, new Way(ask.id(), open, delay))));
        });
    }

    private static Uni<Result<OpenedVerification, VerificationRefusal>> held(Hold hold) {
        return refused(new VerificationRefusal.RiskHeld(
                hold.placed().id(), hold.placed().stop()));
    }

    private Uni<Optional<Delay>> delay(Tx tx, Request request, ActPolicy policy) {
        return policy.delay()
                .map(waits -> store.credentials(tx, request.personId())
                        .map(credentials -> waits.applies(credentials, clock.now())))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** How it opens: under which id, by what verdict, with what wait. */
    private record Way(UUID id, RiskVerdict.Open verdict, Optional<Delay> delay) {}

    private Ask ask(Request request, ActPolicy policy) {
        return new Ask(
                ids.next(),
                request.personId(),
                policy.act(),
                Act.of(policy.act(), policy.movesMoney(), policy.largeAmount(), policy.officerReleases()),
                request.act().resource(),
                request.claim(),
                Where.inSession(request.sessionId(), request.address()));
    }

    private Uni<Result<OpenedVerification, VerificationRefusal>> open(
            Tx tx, Request request, Opening opening, Way way) {
        return switch (opening.open(way.id(), nonce(), way.verdict(), request.wanted(), way.delay(), clock.now())) {
            case Result.Refused<Opening.Opened, VerificationRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Opening.Opened, VerificationRefusal>(var good) ->
                store.add(tx, good.pending()).flatMap(added -> challenges.give(tx, request, opening.policy(), good));
        };
    }

    /** The caller's own verification; somebody else's is not found. */
    public Uni<Optional<Verification>> find(Tx tx, UUID personId, UUID id) {
        return store.find(tx, id)
                .map(found -> found.filter(
                        verification -> verification.opened().personId().equals(personId)));
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Uni<Result<OpenedVerification, VerificationRefusal>> refused(VerificationRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
