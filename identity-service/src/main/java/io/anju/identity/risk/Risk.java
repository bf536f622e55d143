package io.anju.identity.risk;

import io.anju.identity.model.RiskVerdict;
import io.anju.identity.risk.model.Facts;
import io.anju.identity.risk.model.Lifted;
import io.anju.identity.risk.model.RiskDecision;
import io.anju.identity.risk.model.RuleSet;
import io.anju.identity.risk.model.Signals;
import io.anju.identity.risk.model.WorkingHours;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Gathers the signals of one request, asks the rules about it, and keeps signals, rules and outcome. Kept also when the
 * request is refused.
 */
@ApplicationScoped
public class Risk {

    /** Looks for an officer's release, once a request is about to be held or denied. */
    public interface Releases {

        /** The rules that the person is released from for this. */
        Uni<Lifted> find(Tx tx, Ask ask);
    }

    private final RiskStore store;
    private final RulesInForce rules;
    private final Traces traces;
    private final WorkingHours working;
    private final BusinessClock clock;

    Risk(RiskStore store, RulesInForce rules, Traces traces, RiskConfig config, BusinessClock clock) {
        this.store = store;
        this.rules = rules;
        this.traces = traces;
        this.working = new WorkingHours(config.workBegins(), config.workEnds());
        this.clock = clock;
    }

    /** The verdict. */
    public Uni<RiskVerdict> decide(Tx tx, Ask ask, Releases releases) {
        Instant now = clock.now();
        var trace = trace(ask.where());
        return store.gather(tx, ask.personId(), trace, now)
                .flatMap(gathered -> rules.get(tx, gathered.ruleSet())
                        .flatMap(set -> decide(tx, ask, set, Facts.of(signals(ask, gathered, now)), releases, now))
                        .call(decision -> store.add(tx, ask, trace, gathered.device(), decision)))
                .map(RiskDecision::verdict);
    }

    private static Uni<RiskDecision> decide(Tx tx, Ask ask, RuleSet set, Facts facts, Releases releases, Instant now) {
        var decision = RiskDecision.decide(ask.id(), set, facts, Lifted.NONE, now);
        return decision.verdict() instanceof RiskVerdict.Held || decision.verdict() instanceof RiskVerdict.Denied
                ? releases.find(tx, ask).map(lifted -> RiskDecision.decide(ask.id(), set, facts, lifted, now))
                : Uni.createFrom().item(decision);
    }

    private Signals signals(Ask ask, RiskStore.Gathered gathered, Instant now) {
        int hour = now.atZone(BusinessClock.ZONE).getHour();
        return new Signals(
                ask.seen(),
                ask.claim().amount(gathered.largest()),
                gathered.failures(),
                gathered.whereabouts(),
                gathered.velocity(),
                gathered.ages(),
                hour,
                working.off(hour));
    }

    /** A decision as it was kept. */
    public Uni<Optional<KeptDecision>> find(Tx tx, UUID id) {
        return store.find(tx, id);
    }

    /** A proof failed here. */
    public Uni<Void> failed(Tx tx, Where where) {
        return store.addFailure(tx, trace(where), clock.now());
    }

    /** The act of a decision was proved here; later ones are compared with it. */
    public Uni<Void> proven(Tx tx, UUID decisionId, UUID personId, Where where) {
        return store.addProven(tx, decisionId, personId, traces.prefix(where.address()), clock.now());
    }

    private RiskStore.Trace trace(Where where) {
        return new RiskStore.Trace(where, traces.address(where.address()), traces.prefix(where.address()));
    }
}
