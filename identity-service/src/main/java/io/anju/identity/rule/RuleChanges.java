package io.anju.identity.rule;

import io.anju.identity.risk.RiskStore;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.rule.model.RuleRefusal;
import io.anju.identity.rule.model.RuleVersion;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Proposing, approving, giving up and rolling back. One change at a time, in force with the next decision anywhere. */
@ApplicationScoped
public class RuleChanges {

    /** Rules that a decision asks at most. */
    static final int MOST = 100;

    private final RuleStore store;
    private final RiskStore decisions;
    private final Ids ids;
    private final BusinessClock clock;

    RuleChanges(RuleStore store, RiskStore decisions, Ids ids, BusinessClock clock) {
        this.store = store;
        this.decisions = decisions;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param rule its condition has been read; its version is given here */
    public Uni<Result<RuleVersion, RuleRefusal>> propose(Tx tx, RiskRule rule, UUID officer) {
        return store.lock(tx)
                .flatMap(locked -> decisions.rules(tx))
                .map(asked -> refuse(asked, rule.name()))
                .flatMap(refusal -> refusal.isPresent()
                        ? refused(refusal.get())
                        : store.latest(tx, rule.name()).flatMap(latest -> add(tx, rule.next(latest + 1), officer)));
    }

    private static Optional<RuleRefusal> refuse(List<RiskRule> asked, String name) {
        if (asked.stream().anyMatch(rule -> !rule.live() && rule.name().equals(name))) {
            return Optional.of(new RuleRefusal.ChangeUnderWay(name));
        }
        return asked.size() >= MOST ? Optional.of(new RuleRefusal.TooMany(MOST)) : Optional.empty();
    }

    private Uni<Result<RuleVersion, RuleRefusal>> add(Tx tx, RiskRule rule, UUID officer) {
        var draft = new RuleVersion.Draft(ids.next(), rule, Optional.of(officer), clock.now());
        var proposed = new RuleVersion.Proposed(draft, Optional.empty());
        return store.add(tx, proposed).flatMap(added -> store.announce(tx)).replaceWith(Result.ok(proposed));
    }

    /** Makes it live; the version it replaces is retired in the same transaction. */
    public Uni<Result<RuleVersion, RuleRefusal>> approve(Tx tx, UUID id, UUID officer) {
        Instant now = clock.now();
        return locked(
                tx,
                id,
                version -> store.findLive(tx, version.draft().rule().name()).flatMap(current -> switch (version.approve(
                        officer, current, now)) {
                    case Result.Refused<RuleVersion.Live, RuleRefusal>(var refusal) -> refused(refusal);
                    case Result.Ok<RuleVersion.Live, RuleRefusal>(var live) ->
                        retire(tx, current, officer, now)
                                .flatMap(retired -> store.save(tx, live))
                                .flatMap(saved -> announced(tx, live));
                }));
    }

    private Uni<Void> retire(Tx tx, Optional<RuleVersion.Live> current, UUID officer, Instant now) {
        return current.map(live -> store.save(tx, live.retire(officer, now)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Gives a proposal up, whoever made it. */
    public Uni<Result<RuleVersion, RuleRefusal>> reject(Tx tx, UUID id, UUID officer) {
        return locked(tx, id, version -> switch (version.reject(officer, clock.now())) {
            case Result.Refused<RuleVersion.Ended, RuleRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<RuleVersion.Ended, RuleRefusal>(var ended) ->
                store.save(tx, ended).flatMap(saved -> announced(tx, ended));
        });
    }

    /** Takes a live version off and puts back the one it replaced, if there was one. */
    public Uni<Result<RuleVersion, RuleRefusal>> rollBack(Tx tx, UUID id, UUID officer) {
        return locked(tx, id, version -> switch (version.rollBack(officer, clock.now())) {
            case Result.Refused<RuleVersion.Ended, RuleRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<RuleVersion.Ended, RuleRefusal>(var ended) ->
                store.save(tx, ended)
                        .flatMap(
                                saved -> store.restoreReplaced(tx, ended.draft().id()))
                        .flatMap(restored -> announced(tx, ended));
        });
    }

    private interface Step {
        Uni<Result<RuleVersion, RuleRefusal>> on(RuleVersion version);
    }

    private Uni<Result<RuleVersion, RuleRefusal>> locked(Tx tx, UUID id, Step step) {
        return store.lock(tx)
                .flatMap(locked -> store.find(tx, id))
                .flatMap(found -> found.map(step::on).orElseGet(() -> refused(new RuleRefusal.NotFound())));
    }

    private Uni<Result<RuleVersion, RuleRefusal>> announced(Tx tx, RuleVersion changed) {
        return store.announce(tx).replaceWith(Result.ok(changed));
    }

    public Uni<Optional<RuleVersion>> find(Tx tx, UUID id) {
        return store.find(tx, id);
    }

    public Uni<List<RuleVersion>> list(Tx tx, Optional<String> state, Optional<RuleStore.Place> after, int limit) {
        return store.list(tx, state, after, limit);
    }

    private static Uni<Result<RuleVersion, RuleRefusal>> refused(RuleRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
