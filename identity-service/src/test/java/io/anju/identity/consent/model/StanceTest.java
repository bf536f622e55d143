package io.anju.identity.consent.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.consent.model.Receipt.Decision;
import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StanceTest {

    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
    private static final int IN_FORCE = 2;
    private static final Purpose.Subject NOW = subject(IN_FORCE);

    private static Purpose.Subject subject(int version) {
        return new Purpose.Subject("MARKETING", version, "SMS");
    }

    private static Stance after(Decision decision, int version) {
        var receipt =
                new Receipt(UUID.randomUUID(), UUID.randomUUID(), subject(version), decision, Optional.empty(), AT);
        return new Stance(NOW, Optional.of(receipt));
    }

    private static boolean mayAsk(Stance stance) {
        return stance.ask() instanceof Result.Ok;
    }

    @Test
    void whoWasNeverAskedMayBeAskedAndHasGrantedNothing() {
        var stance = new Stance(NOW, Optional.empty());

        assertTrue(mayAsk(stance));
        assertFalse(stance.granted());
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "WITHDRAWN"})
    void aClearNoIsNotAskedAgain(Decision no) {
        var refused = assertInstanceOf(Result.Refused.class, after(no, IN_FORCE).ask());

        assertEquals(new ConsentRefusal.RefusedBefore("MARKETING", "SMS", AT), refused.refusal());
    }

    @ParameterizedTest
    @EnumSource
    void aNewVersionAsksAgainWhateverWasSaidToTheOlder(Decision decision) {
        var stance = after(decision, IN_FORCE - 1);

        assertTrue(mayAsk(stance));
        assertFalse(stance.granted());
    }

    @Test
    void aGrantHoldsForItsVersionAlone() {
        assertTrue(after(Decision.GRANTED, IN_FORCE).granted());
        assertFalse(after(Decision.GRANTED, IN_FORCE).lapsed());
        assertTrue(after(Decision.GRANTED, IN_FORCE - 1).lapsed());
    }

    @Test
    void anAskingIsAnsweredOnceAndForWhatWasShown() {
        var prompt = new Prompt(UUID.randomUUID(), NOW, AT, false);

        assertEquals(Result.ok(prompt), prompt.answer(NOW));
        assertEquals(
                Result.refused(new ConsentRefusal.PurposeChanged("MARKETING", IN_FORCE, IN_FORCE + 1)),
                prompt.answer(subject(IN_FORCE + 1)));
        assertEquals(
                Result.refused(new ConsentRefusal.PromptUnknown()),
                prompt.answer(new Purpose.Subject("MARKETING", IN_FORCE, "CALL")));
        assertEquals(
                Result.refused(new ConsentRefusal.PromptAnswered()),
                new Prompt(prompt.id(), NOW, AT, true).answer(NOW));
    }
}
