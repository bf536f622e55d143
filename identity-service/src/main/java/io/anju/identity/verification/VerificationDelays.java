package io.anju.identity.verification;

import io.anju.identity.passkey.PasskeyWatch;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.risk.Risk;
import io.anju.identity.risk.Where;
import io.anju.identity.verification.model.Asker;
import io.anju.identity.verification.model.Verification;
import io.anju.identity.verification.model.VerificationRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Acts that were proved and wait. Their owner sees them, cancels them by one call, or fetches the token in its time; a
 * passkey that is revoked takes with it what it proved, and with the last one goes what was not proved yet.
 */
@ApplicationScoped
public class VerificationDelays implements PasskeyWatch {

    private final VerificationStore store;
    private final Askers askers;
    private final DelayNotices notices;
    private final Passkeys passkeys;
    private final SecondKeys keys;
    private final Risk risk;
    private final Ids ids;
    private final BusinessClock clock;

    VerificationDelays(
            VerificationStore store,
            Askers askers,
            DelayNotices notices,
            Passkeys passkeys,
            SecondKeys keys,
            Risk risk,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.askers = askers;
        this.notices = notices;
        this.passkeys = passkeys;
        this.keys = keys;
        this.risk = risk;
        this.ids = ids;
        this.clock = clock;
    }

    /** The wait begins, and its person is told. */
    Uni<Proved.Waiting> begin(Tx tx, Verification.Delayed delayed) {
        return store.save(tx, delayed)
                .flatMap(saved -> keepEnrolment(tx, delayed))
                .flatMap(kept -> notices.begun(tx, delayed))
                .map(notice -> new Proved.Waiting(delayed, notice));
    }

    /** A new passkey was made for a challenge of minutes, and its body cannot be another one tomorrow. */
    private Uni<Void> keepEnrolment(Tx tx, Verification.Delayed delayed) {
        var opened = delayed.opened();
        return opened.act().type().equals(Asker.ADD_PASSKEY)
                ? passkeys.keepOpen(tx, opened.personId(), delayed.until())
                : Uni.createFrom().voidItem();
    }

    /**
     * The token of one that has waited.
     *
     * @param where it is fetched from, for the signals of later decisions
     */
    public Uni<Result<Proved.Minted, VerificationRefusal>> collect(Tx tx, UUID personId, UUID id, Where where) {
        return own(tx, personId, id).flatMap(found -> switch (found.flatMap(
                verification -> verification.collect(ids.next(), clock.now()))) {
            case Result.Refused<Verification.Proven, VerificationRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Verification.Proven, VerificationRefusal>(var proven) ->
                askers.roleMissing(tx, proven.opened())
                        .flatMap(missing -> missing.isPresent() ? refused(missing.get()) : give(tx, proven, where));
        });
    }

    private Uni<Result<Proved.Minted, VerificationRefusal>> give(Tx tx, Verification.Proven proven, Where where) {
        return risk.proven(tx, proven.opened().id(), proven.opened().personId(), where)
                .flatMap(kept -> store.save(tx, proven))
                .flatMap(saved -> keys.cut(proven))
                .map(Result::ok);
    }

    /** Takes one back. */
    public Uni<Result<Verification.Cancelled, VerificationRefusal>> cancel(Tx tx, UUID personId, UUID id) {
        return own(tx, personId, id)
                .flatMap(found -> switch (found.flatMap(verification -> verification.cancel(clock.now()))) {
                    case Result.Refused<Verification.Cancelled, VerificationRefusal>(var refusal) -> refused(refusal);
                    case Result.Ok<Verification.Cancelled, VerificationRefusal>(var cancelled) ->
                        store.save(tx, cancelled).replaceWith(Result.ok(cancelled));
                });
    }

    /** What of a person's waits or can be fetched, newest first. */
    public Uni<List<Verification.Delayed>> list(Tx tx, UUID personId, Optional<UUID> before, int limit) {
        return store.listDelayed(tx, personId, clock.now(), before, limit);
    }

    @Override
    public Uni<Void> revoked(Tx tx, UUID personId, byte[] credentialId) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(credentialId);
        return store.cancelDelayed(tx, personId, Optional.of(text), clock.now());
    }

    @Override
    public Uni<Void> allRevoked(Tx tx, UUID personId) {
        Instant now = clock.now();
        return store.cancelDelayed(tx, personId, Optional.empty(), now)
                .flatMap(cancelled -> store.endPending(tx, personId, now));
    }

    private Uni<Result<Verification, VerificationRefusal>> own(Tx tx, UUID personId, UUID id) {
        return store.findForUpdate(tx, id)
                .map(found -> found.filter(
                                verification -> verification.opened().personId().equals(personId))
                        .<Result<Verification, VerificationRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new VerificationRefusal.NotFound())));
    }

    private static <T> Uni<Result<T, VerificationRefusal>> refused(VerificationRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
