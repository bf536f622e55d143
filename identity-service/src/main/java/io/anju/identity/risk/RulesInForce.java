package io.anju.identity.risk;

import io.anju.identity.risk.model.ArmedRule;
import io.anju.identity.risk.model.Condition;
import io.anju.identity.risk.model.Condition.Answer;
import io.anju.identity.risk.model.ConditionRefusal;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.risk.model.RuleSet;
import io.anju.kernel.result.Result;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The rules, read once for each version of the set. Every decision learns the version together with its signals, so a
 * change is in force on every replica with the first decision that begins after it.
 */
@ApplicationScoped
public class RulesInForce {

    private static final Logger LOG = Logger.getLogger(RulesInForce.class);

    private final RiskStore store;
    private final Conditions conditions;
    private volatile RuleSet known = new RuleSet(0, List.of());

    RulesInForce(RiskStore store, Conditions conditions) {
        this.store = store;
        this.conditions = conditions;
    }

    /** The set of this version; a version that has just been superseded is answered by its successor. */
    Uni<RuleSet> get(Tx tx, long version) {
        RuleSet now = known;
        return now.version() == version
                ? Uni.createFrom().item(now)
                : store.rules(tx)
                        .map(rules -> new RuleSet(
                                version,
                                rules.stream().map(rule -> known(now, rule)).toList()))
                        .invoke(this::remember);
    }

    /** A version never changes, so what was read for an older set is good for the newer one. */
    private ArmedRule known(RuleSet before, RiskRule rule) {
        return before.rules().stream()
                .filter(armed -> armed.rule().equals(rule))
                .findFirst()
                .orElseGet(() -> arm(rule));
    }

    /** A slow reader does not put an older set in the place of a newer one. */
    private synchronized void remember(RuleSet read) {
        if (read.version() > known.version()) {
            known = read;
        }
    }

    /** Reads the rule's condition; one that cannot be read any more counts as broken. */
    public ArmedRule arm(RiskRule rule) {
        return new ArmedRule(
                rule,
                switch (conditions.read(rule.condition())) {
                    case Result.Ok<Condition, ConditionRefusal>(var condition) -> condition;
                    case Result.Refused<Condition, ConditionRefusal> ignored -> {
                        LOG.errorf("rule %s cannot be read any more; it counts as broken", rule.reference());
                        yield facts -> Answer.BROKEN;
                    }
                });
    }
}
