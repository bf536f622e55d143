package io.anju.identity.risk;

import io.anju.identity.model.RiskVerdict;
import io.anju.identity.risk.model.ArmedRule;
import io.anju.identity.risk.model.RiskDecision;
import io.anju.identity.risk.model.Signals;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Asks the rules about one request, and keeps signals, rules and outcome. Kept also when the request is refused. */
@ApplicationScoped
public class Risk {

    /**
     * What the caller knows of the request.
     *
     * @param amount fen; -1 when not known
     * @param failures24h failed proofs of the person in a row
     * @param acts1h verifications that the person opened within the last hour
     */
    public record Question(
            UUID personId,
            String act,
            boolean movesMoney,
            long amount,
            int failures24h,
            int acts1h,
            boolean newDevice) {}

    private final RiskStore store;
    private final Conditions conditions;
    private final Ids ids;
    private final BusinessClock clock;

    Risk(RiskStore store, Conditions conditions, Ids ids, BusinessClock clock) {
        this.store = store;
        this.conditions = conditions;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<RiskVerdict> decide(Tx tx, Question question) {
        Instant now = clock.now();
        var signals = new Signals(
                question.act(),
                question.movesMoney(),
                question.amount(),
                now.atZone(BusinessClock.ZONE).getHour(),
                question.failures24h(),
                question.acts1h(),
                question.newDevice());
        return store.rules(tx)
                .map(rules -> rules.stream()
                        .map(rule -> new ArmedRule(rule, conditions.read(rule.condition())))
                        .toList())
                .map(armed -> decide(armed, signals, now))
                .call(decision -> store.add(tx, question.personId(), decision))
                .map(RiskDecision::verdict);
    }

    private RiskDecision decide(List<ArmedRule> rules, Signals signals, Instant now) {
        return RiskDecision.decide(ids.next(), rules, signals, now);
    }
}
