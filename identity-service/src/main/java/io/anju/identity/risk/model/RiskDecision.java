package io.anju.identity.risk.model;

import io.anju.identity.model.RiskVerdict;
import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.Condition.Answer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A decision, kept whole: what was known, which rules were asked, which fired, what followed and why.
 *
 * @param rules name and version of every live rule that was asked
 * @param fired live rules that fired, the strictest first
 * @param shadow rules on trial that would have fired
 */
public record RiskDecision(
        UUID id, Facts facts, List<String> rules, List<Fired> fired, List<Fired> shadow, Instant at) {

    private static final Comparator<Fired> STRICTEST_FIRST =
            Comparator.comparing(Fired::outcome).reversed().thenComparing(Fired::reference);

    public RiskDecision {
        rules = List.copyOf(rules);
        fired = List.copyOf(fired);
        shadow = List.copyOf(shadow);
    }

    /**
     * Asks every rule; a pure fold, so the same facts and rules always give the same decision.
     *
     * @param lifted the rules that officers released this act from
     */
    public static RiskDecision decide(UUID id, RuleSet rules, Facts facts, Lifted lifted, Instant now) {
        List<Fired> fired = rules.rules().stream()
                .flatMap(armed -> fires(armed, facts, lifted).stream())
                .sorted(STRICTEST_FIRST)
                .toList();
        return new RiskDecision(
                id,
                facts,
                rules.references(),
                fired.stream().filter(one -> one.rule().live()).toList(),
                fired.stream().filter(one -> !one.rule().live()).toList(),
                now);
    }

    private static Optional<Fired> fires(ArmedRule armed, Facts facts, Lifted lifted) {
        Answer answer = armed.condition().ask(facts);
        return answer == Answer.NO
                ? Optional.empty()
                : Optional.of(new Fired(armed.rule(), answer == Answer.BROKEN, lifted.covers(armed.rule())));
    }

    /** The outcome of the strictest live rule that fired. */
    public RiskOutcome outcome() {
        return strictest().map(Fired::outcome).orElse(RiskOutcome.ALLOW);
    }

    /** Why, unless nothing speaks against it. */
    public Optional<Wording> reason() {
        return outcome() == RiskOutcome.ALLOW
                ? Optional.empty()
                : strictest().map(one -> one.rule().reason());
    }

    /** What the decision means for the one who asked. */
    public RiskVerdict verdict() {
        return strictest().map(this::verdictOf).orElseGet(RiskVerdict.Allowed::new);
    }

    private RiskVerdict verdictOf(Fired one) {
        RiskRule rule = one.rule();
        var stop = new RiskVerdict.Stop(rule.reason(), rule.remedy(), rule.documents());
        return switch (one.outcome()) {
            case ALLOW -> new RiskVerdict.Allowed();
            case STRONGER_METHOD -> new RiskVerdict.StrongerMethod(rule.reason());
            case HOLD -> new RiskVerdict.Held(id, names(Set.of(RiskOutcome.HOLD)), stop);
            case DENY -> new RiskVerdict.Denied(id, names(Set.of(RiskOutcome.HOLD, RiskOutcome.DENY)), stop);
        };
    }

    private Set<String> names(Set<RiskOutcome> outcomes) {
        return fired.stream()
                .filter(one -> outcomes.contains(one.outcome()))
                .map(one -> one.rule().name())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Fired> strictest() {
        return fired.stream().findFirst();
    }
}
