package io.anju.identity.risk.cel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.ArmedRule;
import io.anju.identity.risk.model.RiskDecision;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.risk.model.Signals;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions as they are read, and how the rules that fire add up. */
class RiskRulesTest {

    private static final Wording WORDS = new Wording("words", "文字");
    private static final String OFF_HOURS_LARGE = "movesMoney && (hour >= 22 || hour < 6) && amount >= 50000000";

    private final CelConditions conditions = new CelConditions();

    @ParameterizedTest
    @CsvSource({
        "true, 50000000, 22, true",
        "true, 50000000, 5, true",
        "true, 50000000, 6, false",
        "true, 50000000, 21, false",
        "true, 49999999, 23, false",
        "true, -1, 23, false",
        "false, 50000000, 23, false",
    })
    void holdsLargeMovementsOutsideWorkingHours(boolean movesMoney, long amount, int hour, boolean fires) {
        var signals = new Signals("repayment.prepay", movesMoney, amount, hour, 0, 0, false);

        assertEquals(fires, conditions.read(OFF_HOURS_LARGE).test(signals));
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount", "amount >", "income > 5", "act > 5", "size(act)"})
    void refusesWhatIsNoConditionOverTheSignals(String condition) {
        assertThrows(IllegalArgumentException.class, () -> conditions.read(condition));
    }

    @Test
    void theStrictestRuleThatFiresDecides() {
        RiskDecision decision = decide(
                rule("mild", true, "true", RiskOutcome.STRONGER_METHOD),
                rule("strict", true, "failures24h > 2", RiskOutcome.HOLD),
                rule("silent", true, "false", RiskOutcome.DENY));

        assertEquals(RiskOutcome.HOLD, decision.outcome());
        assertEquals(
                List.of("strict@1", "mild@1"),
                decision.fired().stream().map(RiskRule::reference).toList());
    }

    @Test
    void aShadowRuleIsRecordedAndDecidesNothing() {
        RiskDecision decision = decide(rule("tried", false, "true", RiskOutcome.DENY));

        assertEquals(RiskOutcome.ALLOW, decision.outcome());
        assertEquals(
                List.of("tried@1"),
                decision.shadow().stream().map(RiskRule::reference).toList());
    }

    @Test
    void aCustomersOwnWithdrawalIsNoSignal() {
        for (String forbidden : List.of("unlinked", "withdrawn", "complained")) {
            assertThrows(IllegalArgumentException.class, () -> conditions.read(forbidden));
        }
    }

    private RiskDecision decide(RiskRule... rules) {
        List<ArmedRule> armed = Arrays.stream(rules)
                .map(rule -> new ArmedRule(rule, conditions.read(rule.condition())))
                .toList();
        var signals = new Signals("card.bind", false, -1, 12, 3, 0, false);
        return RiskDecision.decide(new UUID(0, 1), armed, signals, Instant.EPOCH);
    }

    private static RiskRule rule(String name, boolean live, String condition, RiskOutcome outcome) {
        return new RiskRule(name, 1, live, condition, outcome, WORDS, WORDS, List.of());
    }
}
