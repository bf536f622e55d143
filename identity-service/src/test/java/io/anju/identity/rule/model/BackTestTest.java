package io.anju.identity.rule.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.Amount;
import io.anju.identity.risk.model.ArmedRule;
import io.anju.identity.risk.model.Condition.Answer;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.risk.model.RuleSet;
import io.anju.identity.risk.model.SomeSignals;
import io.anju.identity.rule.model.BackTest.Change;
import io.anju.identity.rule.model.BackTest.Comparison;
import io.anju.identity.rule.model.BackTest.Past;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackTestTest {

    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final Wording WORDS = new Wording("words", "文字");

    /** Live: large amounts are held. Proposed in its place: only from hour 12 on. */
    private static final Comparison LATER_ONLY = new Comparison(
            new RuleSet(0, List.of(rule("large", RiskOutcome.HOLD, 0))),
            new RuleSet(0, List.of(rule("large", RiskOutcome.HOLD, 12))),
            "large");

    @Test
    void countsAndNamesWhatComesOutOtherwise() {
        var test = begin().examine(LATER_ONLY, List.of(past(3, 11), past(2, 12), past(1, 0)));

        assertEquals(3, test.examined());
        assertEquals(1, test.fired());
        assertEquals(2, test.changed());
        assertEquals(
                List.of(
                        new Change(new UUID(0, 3), RiskOutcome.HOLD, RiskOutcome.ALLOW),
                        new Change(new UUID(0, 1), RiskOutcome.HOLD, RiskOutcome.ALLOW)),
                test.changes());
    }

    @Test
    void aRuleThatFiresBesideAStricterOneChangesNothing() {
        var deny = rule("other", RiskOutcome.DENY, 0);
        var compared = new Comparison(
                new RuleSet(0, List.of(deny)),
                new RuleSet(0, List.of(deny, rule("large", RiskOutcome.HOLD, 0))),
                "large");

        var test = begin().examine(compared, List.of(past(1, 12)));

        assertEquals(List.of(1, 0), List.of(test.fired(), test.changed()));
    }

    @Test
    void saysHowOftenItCannotBeEvaluated() {
        var broken = new ArmedRule(live("large", RiskOutcome.HOLD), facts -> Answer.BROKEN);
        var compared = new Comparison(new RuleSet(0, List.of()), new RuleSet(0, List.of(broken)), "large");

        assertEquals(1, begin().examine(compared, List.of(past(1, 12))).broken());
    }

    @Property(tries = 20)
    void namesAHundredAndCountsAll(@ForAll @IntRange(max = 300) int decisions) {
        var pasts = IntStream.range(0, decisions).mapToObj(i -> past(i, 1)).toList();

        var test = begin().examine(LATER_ONLY, pasts).completed();

        assertEquals(decisions, test.changed());
        assertEquals(Math.min(decisions, BackTest.SHOWN), test.changes().size());
        assertTrue(test.complete());
    }

    private static BackTest begin() {
        return BackTest.begin(NOW, NOW);
    }

    private static Past past(int id, int hour) {
        var signals = SomeSignals.moving(new Amount.Proven(SomeSignals.LARGE, 0), hour);
        return new Past(new UUID(0, id), NOW, signals.values());
    }

    private static ArmedRule rule(String name, RiskOutcome outcome, long fromHour) {
        return new ArmedRule(
                live(name, outcome), facts -> (Long) facts.values().get("hour") >= fromHour ? Answer.YES : Answer.NO);
    }

    private static RiskRule live(String name, RiskOutcome outcome) {
        return new RiskRule(name, 1, true, "true", outcome, WORDS, WORDS, List.of());
    }
}
