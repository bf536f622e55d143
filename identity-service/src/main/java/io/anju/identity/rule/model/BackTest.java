package io.anju.identity.rule.model;

import io.anju.identity.risk.model.Facts;
import io.anju.identity.risk.model.Lifted;
import io.anju.identity.risk.model.RiskDecision;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.risk.model.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a proposed version would have changed: the signals of the last decisions, asked once with the rules that are live
 * and once with the proposal in the place of the version it replaces.
 *
 * @param since how far back
 * @param examined decisions asked again
 * @param complete whether these were all since then; otherwise the newest
 * @param fired of these, how often the proposal fires
 * @param broken of these, how often it could not be evaluated
 * @param changed of these, how many come out otherwise
 * @param changes which, the newest first, as many as {@link #SHOWN}
 */
public record BackTest(
        Instant at,
        Instant since,
        int examined,
        boolean complete,
        int fired,
        int broken,
        int changed,
        List<Change> changes) {

    /** Changes that are named. */
    public static final int SHOWN = 100;

    public BackTest {
        changes = List.copyOf(changes);
    }

    /** A decision that comes out otherwise. */
    public record Change(UUID decisionId, RiskOutcome before, RiskOutcome after) {}

    /** A decision of the past. */
    public record Past(UUID id, Instant at, Map<String, Object> signals) {}

    /**
     * The two sets of rules that are compared.
     *
     * @param proposed name of the rule
     */
    public record Comparison(RuleSet before, RuleSet after, String proposed) {}

    /** Before any decision was looked at. */
    public static BackTest begin(Instant at, Instant since) {
        return new BackTest(at, since, 0, false, 0, 0, 0, List.of());
    }

    /** After some more, older than those before. */
    public BackTest examine(Comparison rules, List<Past> decisions) {
        BackTest test = this;
        for (Past decision : decisions) {
            test = test.examine(rules, decision);
        }
        return test;
    }

    private BackTest examine(Comparison rules, Past past) {
        var facts = Facts.kept(past.signals());
        var before = RiskDecision.decide(past.id(), rules.before(), facts, Lifted.NONE, at);
        var after = RiskDecision.decide(past.id(), rules.after(), facts, Lifted.NONE, at);
        var own = after.fired().stream()
                .filter(one -> one.rule().name().equals(rules.proposed()))
                .findFirst();
        boolean differs = before.outcome() != after.outcome();
        return new BackTest(
                at,
                since,
                examined + 1,
                complete,
                fired + (own.isPresent() ? 1 : 0),
                broken + (own.filter(one -> one.broken()).isPresent() ? 1 : 0),
                changed + (differs ? 1 : 0),
                differs ? with(new Change(past.id(), before.outcome(), after.outcome())) : changes);
    }

    private List<Change> with(Change change) {
        if (changes.size() >= SHOWN) {
            return changes;
        }
        var more = new ArrayList<>(changes);
        more.add(change);
        return more;
    }

    /** Everything since then was looked at. */
    public BackTest completed() {
        return new BackTest(at, since, examined, true, fired, broken, changed, changes);
    }
}
