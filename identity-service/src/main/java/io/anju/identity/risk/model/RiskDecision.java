package io.anju.identity.risk.model;

import io.anju.identity.model.RiskVerdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A decision, kept whole: what was known, which rules fired, what followed.
 *
 * @param fired live rules that fired, the strictest first
 * @param shadow shadow rules that would have fired
 */
public record RiskDecision(UUID id, Signals signals, List<RiskRule> fired, List<RiskRule> shadow, Instant at) {

    private static final Comparator<RiskRule> STRICTEST_FIRST =
            Comparator.comparing(RiskRule::outcome).reversed().thenComparing(RiskRule::name);

    public RiskDecision {
        fired = List.copyOf(fired);
        shadow = List.copyOf(shadow);
    }

    /** Asks every rule; a pure fold, so the same signals and rules always give the same decision. */
    public static RiskDecision decide(UUID id, List<ArmedRule> rules, Signals signals, Instant now) {
        List<RiskRule> fired = rules.stream()
                .filter(armed -> armed.fires(signals))
                .map(ArmedRule::rule)
                .sorted(STRICTEST_FIRST)
                .toList();
        return new RiskDecision(
                id,
                signals,
                fired.stream().filter(RiskRule::live).toList(),
                fired.stream().filter(rule -> !rule.live()).toList(),
                now);
    }

    /** The outcome of the strictest live rule that fired. */
    public RiskOutcome outcome() {
        return strictest().map(RiskRule::outcome).orElse(RiskOutcome.ALLOW);
    }

    /** What the decision means for the one who asked. */
    public RiskVerdict verdict() {
        return strictest().map(this::verdictOf).orElseGet(RiskVerdict.Allowed::new);
    }

    private RiskVerdict verdictOf(RiskRule rule) {
        return switch (rule.outcome()) {
            case ALLOW -> new RiskVerdict.Allowed();
            case STRONGER_METHOD -> new RiskVerdict.StrongerMethod(rule.reason());
            case HOLD, DENY -> new RiskVerdict.Stopped(id, rule.reason(), rule.remedy(), rule.documents());
        };
    }

    private Optional<RiskRule> strictest() {
        return fired.stream().findFirst();
    }
}
