package io.anju.identity.hold;

import io.anju.identity.alert.Alerts;
import io.anju.identity.alert.model.AlertKind;
import io.anju.identity.alert.model.Finding;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.hold.model.HoldRefusal;
import io.anju.identity.model.RiskVerdict;
import io.anju.identity.risk.Ask;
import io.anju.identity.risk.Risk;
import io.anju.identity.risk.model.Lifted;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holding acts, and letting them through again. */
@ApplicationScoped
public class Holds implements Risk.Releases {

    private final HoldStore store;
    private final HoldEvents events;
    private final AppealAnswers answers;
    private final Alerts alerts;
    private final HoldConfig config;
    private final BusinessClock clock;

    Holds(
            HoldStore store,
            HoldEvents events,
            AppealAnswers answers,
            Alerts alerts,
            HoldConfig config,
            BusinessClock clock) {
        this.store = store;
        this.events = events;
        this.answers = answers;
        this.alerts = alerts;
        this.config = config;
        this.clock = clock;
    }

    /** Holds what the rules say to hold; the same asked again is the same hold. */
    public Uni<Hold> place(Tx tx, Ask ask, RiskVerdict.Held verdict) {
        var placed = placed(ask, verdict.rules(), verdict.stop(), false);
        return store.add(tx, placed)
                .flatMap(isNew -> isNew
                        ? tell(tx, placed).replaceWith(new Hold.Held(placed))
                        : store.findHeld(tx, placed).map(Optional::orElseThrow));
    }

    /** Keeps what the rules deny, so that it can be appealed and lifted; the same asked again is the same denial. */
    public Uni<Hold> deny(Tx tx, Ask ask, RiskVerdict.Denied verdict) {
        var placed = placed(ask, verdict.rules(), verdict.stop(), true);
        return store.add(tx, placed)
                .flatMap(isNew -> isNew
                        ? Uni.createFrom().item(new Hold.Denied(placed))
                        : store.findHeld(tx, placed).map(Optional::orElseThrow))
                .call(() -> alerts.raise(tx, AlertKind.ACT_DENIED, ask.personId(), ask.personId()));
    }

    private Hold.Placed placed(Ask ask, Set<String> rules, RiskVerdict.Stop stop, boolean denied) {
        return new Hold.Placed(
                ask.id(),
                ask.personId(),
                ask.act(),
                ask.resource(),
                ask.claim().fen(),
                rules,
                stop,
                clock.now(),
                denied);
    }

    private Uni<Void> tell(Tx tx, Hold.Placed placed) {
        return events.held(tx, placed)
                .flatMap(told -> alerts.raise(tx, AlertKind.ACT_HELD, placed.personId(), placed.id()));
    }

    @Override
    public Uni<Lifted> find(Tx tx, Ask ask) {
        return store.released(tx, ask.personId(), ask.act(), ask.resource(), clock.now())
                .map(releases -> releases.stream()
                        .map(Hold::placed)
                        .filter(placed -> placed.covers(ask.claim().fen()))
                        .toList())
                .call(good -> store.addWays(
                        tx, ask.id(), good.stream().map(Hold.Placed::id).toList()))
                .map(good -> new Lifted(rules(good, false), rules(good, true)));
    }

    private static Set<String> rules(List<Hold.Placed> released, boolean denied) {
        return released.stream()
                .filter(placed -> placed.denied() == denied)
                .flatMap(placed -> placed.rules().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Uses up the releases by which this was opened. False when another act has used one of them: then this may not go
     * on. True also where none was needed.
     */
    public Uni<Boolean> passes(Tx tx, UUID decisionId) {
        return store.findWaysForUpdate(tx, decisionId)
                .flatMap(ways -> ways.stream().allMatch(Hold.Released.class::isInstance)
                        ? useUp(tx, ways).replaceWith(true)
                        : Uni.createFrom().item(false));
    }

    private Uni<Void> useUp(Tx tx, List<Hold> releases) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Hold hold : releases) {
            if (hold instanceof Hold.Released released) {
                done = done.flatMap(before -> store.save(tx, released.used(clock.now())));
            }
        }
        return done;
    }

    /** An officer lets it through, at once. */
    public Uni<Result<Hold, HoldRefusal>> release(Tx tx, UUID id, UUID officer, String note) {
        return decide(
                tx,
                id,
                Finding.EXPLAINED,
                officer,
                note,
                hold -> hold.release(review(officer, note)).map(done -> done));
    }

    /** An officer refuses it. */
    public Uni<Result<Hold, HoldRefusal>> refuse(Tx tx, UUID id, UUID officer, String note) {
        return decide(
                tx,
                id,
                Finding.NOT_EXPLAINED,
                officer,
                note,
                hold -> hold.refuse(review(officer, note)).map(done -> done));
    }

    /**
     * Another officer lifts a refusal; a denial two, of whom the first proposes it. The alert of a refusal is closed already.
     */
    public Uni<Result<Hold, HoldRefusal>> lift(Tx tx, UUID id, UUID officer, String note) {
        return step(tx, id, hold -> hold.lift(review(officer, note)))
                .call(lifted ->
                        lifted instanceof Result.Ok<Hold, HoldRefusal>(var hold) && hold instanceof Hold.Released
                                ? alerts.settle(tx, AlertKind.SIGN_IN_APPEALED, id, officer, Finding.EXPLAINED, note)
                                : Uni.createFrom().voidItem());
    }

    private Hold.Review review(UUID officer, String note) {
        return new Hold.Review(officer, note, clock.now());
    }

    private Uni<Result<Hold, HoldRefusal>> decide(
            Tx tx,
            UUID id,
            Finding finding,
            UUID officer,
            String note,
            Function<Hold, Result<Hold, HoldRefusal>> step) {
        return step(tx, id, step)
                .call(decided -> decided instanceof Result.Ok
                        ? alerts.settle(tx, AlertKind.ACT_HELD, id, officer, finding, note)
                                .flatMap(settled ->
                                        alerts.settle(tx, AlertKind.SIGN_IN_APPEALED, id, officer, finding, note))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Result<Hold, HoldRefusal>> step(Tx tx, UUID id, Function<Hold, Result<Hold, HoldRefusal>> step) {
        return store.findForUpdate(tx, id)
                .map(found -> found.<Result<Hold, HoldRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new HoldRefusal.NotFound())))
                .map(found -> found.flatMap(step))
                .call(decided -> decided instanceof Result.Ok<Hold, HoldRefusal>(var hold)
                        ? store.save(tx, hold).flatMap(saved -> tell(tx, hold))
                        : Uni.createFrom().voidItem());
    }

    /** A lifting that is proposed has decided nothing yet. */
    private Uni<Void> tell(Tx tx, Hold decided) {
        return decided instanceof Hold.Denied
                ? Uni.createFrom().voidItem()
                : events.cleared(tx, decided).flatMap(told -> answers.decided(tx, decided));
    }

    /** The refusal that stands in the way of what is asked, although no rule holds it now. */
    public Uni<Optional<Hold.Refused>> refusal(Tx tx, Ask ask) {
        return store.decided(
                        tx,
                        ask.personId(),
                        ask.act(),
                        ask.resource(),
                        clock.now().minus(config.refusalTime()))
                .map(decided -> Hold.standing(decided, ask.claim().fen()));
    }

    public Uni<Optional<Hold>> find(Tx tx, UUID id) {
        return store.find(tx, id);
    }

    public Uni<List<Hold>> list(Tx tx, Optional<String> state, Optional<UUID> before, int limit) {
        return store.list(tx, state, before, limit);
    }

    public Uni<List<Hold>> listOf(Tx tx, UUID personId, Optional<UUID> before, int limit) {
        return store.listOf(tx, personId, before, limit);
    }
}
