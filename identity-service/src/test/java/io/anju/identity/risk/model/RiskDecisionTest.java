package io.anju.identity.risk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.model.RiskVerdict;
import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.Condition.Answer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RiskDecisionTest {

    private static final UUID ID = new UUID(0, 1);

    /** A rule without its text: what it says, and what it asks for. */
    record Told(Answer answer, RiskOutcome outcome, boolean live) {}

    @Property
    void everySetOfRulesHasOneDecisionAndTheStrictestThatFiredWins(
            @ForAll("signals") Signals signals, @ForAll("rules") List<Told> told) {
        var decision = decide(told, signals, Set.of());

        assertEquals(
                told.stream()
                        .filter(Told::live)
                        .filter(rule -> rule.answer() != Answer.NO)
                        .map(RiskDecisionTest::effect)
                        .max(Comparator.naturalOrder())
                        .orElse(RiskOutcome.ALLOW),
                decision.outcome());
        assertEquals(decision.outcome() == RiskOutcome.ALLOW, decision.reason().isEmpty());
    }

    @Property
    void theOrderOfTheRulesDoesNotMatter(@ForAll("signals") Signals signals, @ForAll("rules") List<Told> told) {
        assertEquals(
                decide(told, signals, Set.of()).outcome(),
                decide(told.reversed(), signals, Set.of()).outcome());
    }

    @Property
    void rulesOnTrialDecideNothing(@ForAll("signals") Signals signals, @ForAll("rules") List<Told> told) {
        var live = told.stream().filter(Told::live).toList();

        assertEquals(
                decide(live, signals, Set.of()).outcome(),
                decide(told, signals, Set.of()).outcome());
    }

    @Test
    void aReleaseLiftsTheHoldItWasGivenForAndNothingElse() {
        var hold = new Told(Answer.YES, RiskOutcome.HOLD, true);
        var deny = new Told(Answer.YES, RiskOutcome.DENY, true);
        var quiet = SomeSignals.quiet();

        assertEquals(
                RiskOutcome.ALLOW,
                decide(List.of(hold), quiet, Set.of("rule-0")).outcome());
        assertEquals(
                RiskOutcome.HOLD,
                decide(List.of(hold, hold), quiet, Set.of("rule-0")).outcome());
        assertEquals(
                RiskOutcome.DENY,
                decide(List.of(hold, deny), quiet, Set.of("rule-0", "rule-1")).outcome());
    }

    @Test
    void aHeldActNamesEveryRuleThatHoldsIt() {
        var hold = new Told(Answer.YES, RiskOutcome.HOLD, true);
        var ask = new Told(Answer.YES, RiskOutcome.STRONGER_METHOD, true);

        var verdict =
                decide(List.of(hold, ask, hold), SomeSignals.quiet(), Set.of()).verdict();

        assertTrue(verdict instanceof RiskVerdict.Held(var id, var rules, var stop)
                && rules.equals(Set.of("rule-0", "rule-2")));
    }

    @Test
    void aBrokenRuleAsksForThePasskeyAndShutsNobodyOut() {
        var decision = decide(List.of(new Told(Answer.BROKEN, RiskOutcome.DENY, true)), SomeSignals.quiet(), Set.of());

        assertEquals(RiskOutcome.STRONGER_METHOD, decision.outcome());
        assertTrue(decision.fired().getFirst().broken());
    }

    @Test
    void keepsWhichRulesWereAskedAlsoThoseThatWereSilent() {
        var decision = decide(
                List.of(new Told(Answer.NO, RiskOutcome.DENY, true), new Told(Answer.NO, RiskOutcome.DENY, false)),
                SomeSignals.quiet(),
                Set.of());

        assertEquals(List.of("rule-0@1"), decision.rules());
        assertFalse(decision.facts().values().isEmpty());
    }

    @Provide
    Arbitrary<Signals> signals() {
        return SomeSignals.any();
    }

    @Provide
    Arbitrary<List<Told>> rules() {
        return Combinators.combine(
                        Arbitraries.of(Answer.class), Arbitraries.of(RiskOutcome.class), Arbitraries.of(true, false))
                .as(Told::new)
                .list()
                .ofMaxSize(12);
    }

    private static RiskOutcome effect(Told told) {
        return told.answer() == Answer.BROKEN && told.outcome().compareTo(RiskOutcome.STRONGER_METHOD) > 0
                ? RiskOutcome.STRONGER_METHOD
                : told.outcome();
    }

    private static RiskDecision decide(List<Told> told, Signals signals, Set<String> lifted) {
        var words = new Wording("words", "文字");
        var rules = IntStream.range(0, told.size())
                .mapToObj(i -> new ArmedRule(
                        new RiskRule(
                                "rule-" + i,
                                1,
                                told.get(i).live(),
                                "true",
                                told.get(i).outcome(),
                                words,
                                words,
                                List.of()),
                        facts -> told.get(i).answer()))
                .toList();
        return RiskDecision.decide(
                ID, new RuleSet(1, rules), Facts.of(signals), new Lifted(lifted, Set.of()), Instant.EPOCH);
    }
}
