package io.anju.identity.rule.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.model.Wording;
import io.anju.identity.risk.model.RiskOutcome;
import io.anju.identity.risk.model.RiskRule;
import io.anju.identity.rule.model.RuleVersion.Draft;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuleVersionTest {

    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final Wording WORDS = new Wording("words", "文字");
    private static final UUID LI = new UUID(0, 1);
    private static final UUID ZHOU = new UUID(0, 2);

    @Test
    void whoeverProposedDoesNotApprove() {
        assertRefused("RULE_APPROVED_BY_PROPOSER", tried(2).approve(LI, Optional.empty(), NOW));
        assertEquals(
                Optional.of(new RuleVersion.Approval(ZHOU, NOW)),
                ok(tried(2).approve(ZHOU, Optional.empty(), NOW)).approval());
    }

    @Test
    void isTriedWithinTheLastDayBeforeItGoesLive() {
        assertRefused(
                "RULE_NOT_TRIED",
                new RuleVersion.Proposed(draft(2), Optional.empty()).approve(ZHOU, Optional.empty(), NOW));
        assertRefused("RULE_NOT_TRIED", tried(2).approve(ZHOU, Optional.empty(), NOW.plus(Duration.ofHours(24))));
        ok(tried(2).approve(
                        ZHOU, Optional.empty(), NOW.plus(Duration.ofHours(24)).minusMillis(1)));
    }

    @Test
    void knowsWhichVersionItReplacesAndIsRolledBackByOne() {
        var first = ok(tried(1).approve(ZHOU, Optional.empty(), NOW));
        var second = ok(tried(2).approve(ZHOU, Optional.of(first), NOW));

        assertEquals(Optional.of(1), second.replaces());
        assertEquals("ROLLED_BACK", ok(second.rollBack(LI, NOW)).state());
        assertEquals("ROLLED_BACK", ok(first.rollBack(LI, NOW)).state());
    }

    @Test
    void behindARuleOfTheBeginningThereIsNothing() {
        var beginning = new RuleVersion.Live(draft(1), Optional.empty(), Optional.empty(), Optional.empty());

        assertRefused("RULE_NOTHING_BEFORE", beginning.rollBack(LI, NOW));
    }

    @Test
    void aStepFromTheWrongStateIsRefused() {
        var live = ok(tried(1).approve(ZHOU, Optional.empty(), NOW));
        var ended = ok(tried(1).reject(LI, NOW));

        assertRefused("RULE_NOT_PROPOSED", live.approve(ZHOU, Optional.empty(), NOW));
        assertRefused("RULE_NOT_PROPOSED", live.reject(ZHOU, NOW));
        assertRefused("RULE_NOT_LIVE", tried(1).rollBack(ZHOU, NOW));
        assertRefused("RULE_NOT_PROPOSED", ended.approve(ZHOU, Optional.empty(), NOW));
        assertRefused("RULE_NOT_LIVE", ended.rollBack(ZHOU, NOW));
    }

    private static RuleVersion.Proposed tried(int version) {
        return new RuleVersion.Proposed(draft(version), Optional.of(BackTest.begin(NOW, NOW)));
    }

    private static Draft draft(int version) {
        var rule = new RiskRule("rule", version, false, "true", RiskOutcome.HOLD, WORDS, WORDS, List.of());
        return new Draft(new UUID(1, version), rule, Optional.of(LI), NOW);
    }

    private static <T> T ok(Result<T, RuleRefusal> result) {
        return switch (result) {
            case Result.Ok<T, RuleRefusal>(var value) -> value;
            case Result.Refused<T, RuleRefusal>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static void assertRefused(String code, Result<?, RuleRefusal> result) {
        assertTrue(result instanceof Result.Refused<?, RuleRefusal>(var refusal)
                && refusal.code().equals(code));
    }
}
