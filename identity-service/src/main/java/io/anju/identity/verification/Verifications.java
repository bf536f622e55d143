package io.anju.identity.verification;

import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.RiskVerdict;
import io.anju.identity.proof.Guard;
import io.anju.identity.risk.Risk;
import io.anju.identity.verification.model.ActPolicy;
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
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
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
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * What is asked for.
     *
     * @param roles of the caller
     * @param sessionId of the caller's session, for the signal of a new device
     * @param amount fen, when the request's body tells; otherwise -1
     * @param wanted the method that the person prefers
     * @param address network address, for the caps of SMS
     */
    public record Request(
            UUID personId,
            Set<String> roles,
            Optional<UUID> sessionId,
            ProtectedAct act,
            long amount,
            Optional<ProofMethod> wanted,
            String address) {}

    private final SecureRandom random = new SecureRandom();
    private final VerificationStore store;
    private final Askers askers;
    private final Challenges challenges;
    private final Risk risk;
    private final Guard guard;
    private final Ids ids;
    private final BusinessClock clock;

    Verifications(
            VerificationStore store,
            Askers askers,
            Challenges challenges,
            Risk risk,
            Guard guard,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.askers = askers;
        this.challenges = challenges;
        this.risk = risk;
        this.guard = guard;
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

    private Uni<Result<OpenedVerification, VerificationRefusal>> decide(Tx tx, Request request, Opening opening) {
        return verdict(tx, request, opening.policy())
                .map(verdict -> opening.open(ids.next(), nonce(), verdict, request.wanted(), clock.now()))
                .flatMap(opened -> switch (opened) {
                    case Result.Refused<Opening.Opened, VerificationRefusal>(var refusal) -> refused(refusal);
                    case Result.Ok<Opening.Opened, VerificationRefusal>(var good) ->
                        store.add(tx, good.pending())
                                .flatMap(added -> challenges.give(tx, request, opening.policy(), good));
                });
    }

    private Uni<RiskVerdict> verdict(Tx tx, Request request, ActPolicy policy) {
        UUID person = request.personId();
        return Uni.combine()
                .all()
                .unis(
                        guard.recentFailures(tx, Guard.Subject.person(person)),
                        store.openedSince(tx, person, clock.now().minus(HOUR)),
                        askers.onNewDevice(tx, request))
                .usingConcurrencyOf(1)
                .with((failures, acts, newDevice) -> new Risk.Question(
                        person, policy.act(), policy.movesMoney(), request.amount(), failures, acts, newDevice))
                .flatMap(question -> risk.decide(tx, question));
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
