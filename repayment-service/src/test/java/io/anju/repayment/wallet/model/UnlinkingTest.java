package io.anju.repayment.wallet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.repayment.wallet.model.Unlinking.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class UnlinkingTest {

    private static final Duration WINDOW = Duration.ofHours(72);
    private static final Instant START = Instant.parse("2026-12-01T02:00:00Z");
    private static final Impact TOLD = new Impact(true, Optional.empty(), 0, 0, new WalletAccount(0, 0, 0), 0, false);

    /** How far each state is; an ended one is never left. */
    private static int rank(Unlinking state) {
        return switch (state) {
            case Unlinking.Assessed a -> 0;
            case Unlinking.Reported r -> 1;
            case Unlinking.Settled s -> 2;
            case Unlinking.Confirmed c -> 3;
            case Unlinking.Undone u -> 4;
            case Unlinking.Finished f -> 4;
            case Unlinking.Overtaken o -> 4;
        };
    }

    private static Unlinking begun() {
        return Unlinking.begin(new Unlinking.Case(new UUID(0, 1), new UUID(0, 2), TOLD, START));
    }

    @Property
    void answersEveryStepInEveryStateNeverGoesBackAndSkipsNothing(
            @ForAll @Size(max = 12) List<Step> steps, @ForAll @Size(12) List<@IntRange(max = 100) Integer> hours) {
        Unlinking state = begun();
        Instant now = START;
        for (int i = 0; i < steps.size(); i++) {
            now = now.plus(Duration.ofHours(hours.get(i)));
            Result<Unlinking, WalletRefusal> answer = state.take(steps.get(i), now, WINDOW);
            if (answer instanceof Result.Ok<Unlinking, WalletRefusal>(Unlinking after)) {
                boolean ended = after instanceof Unlinking.Undone || after instanceof Unlinking.Finished;
                assertTrue(rank(after) == rank(state) || rank(after) == rank(state) + 1 || ended);
                assertTrue(!(state instanceof Unlinking.Undone) || after.equals(state));
                assertTrue(!(state instanceof Unlinking.Finished) || after.equals(state));
                if (after instanceof Unlinking.Finished finished) {
                    assertTrue(!finished.at().isBefore(finished.confirmedAt().plus(WINDOW)));
                }
                state = after;
            }
        }
    }

    @Property
    void aStepThatWasDoneIsAnsweredAlikeHoweverOften(@ForAll @Size(max = 12) List<Step> steps) {
        Unlinking state = begun();
        for (Step step : steps) {
            if (state.take(step, START, WINDOW) instanceof Result.Ok<Unlinking, WalletRefusal>(Unlinking after)) {
                assertEquals(Result.ok(after), after.take(step, START.plusSeconds(1), WINDOW));
                state = after;
            }
        }
    }

    @Example
    void canBeUndoneUntilTheWindowEndsAndNotAtItsEnd() {
        Unlinking confirmed = after(Step.REPORT, Step.SETTLE, Step.CONFIRM);
        Instant end = START.plus(WINDOW);

        assertInstanceOf(Unlinking.Undone.class, ok(confirmed.take(Step.UNDO, end.minusNanos(1), WINDOW)));
        assertEquals(Result.refused(new WalletRefusal.UndoTooLate(end)), confirmed.take(Step.UNDO, end, WINDOW));
        assertInstanceOf(Unlinking.Finished.class, ok(confirmed.take(Step.FINISH, end, WINDOW)));
        assertEquals(
                Result.refused(new WalletRefusal.OutOfTurn("CONFIRMED")),
                confirmed.take(Step.FINISH, end.minusNanos(1), WINDOW));
    }

    @Example
    void thatTheLoanIsOverEndsItWhereverItStandsAndNothingUndoesThat() {
        for (Unlinking state : List.of(
                begun(),
                after(Step.REPORT),
                after(Step.REPORT, Step.SETTLE),
                after(Step.REPORT, Step.SETTLE, Step.CONFIRM))) {
            Unlinking over = assertInstanceOf(Unlinking.Open.class, state).overtaken(START);
            for (Step step : Step.values()) {
                assertEquals(Result.refused(new WalletRefusal.OutOfTurn("OVERTAKEN")), over.take(step, START, WINDOW));
            }
        }
    }

    @Example
    void confirmingBeforeTheReportIsRefusedWithTheStepItStandsAt() {
        assertEquals(
                Result.refused(new WalletRefusal.OutOfTurn("ASSESSED")), begun().take(Step.CONFIRM, START, WINDOW));
    }

    private static Unlinking after(Step... steps) {
        Unlinking state = begun();
        for (Step step : steps) {
            state = ok(state.take(step, START, WINDOW));
        }
        return state;
    }

    private static Unlinking ok(Result<Unlinking, WalletRefusal> answer) {
        return answer instanceof Result.Ok<Unlinking, WalletRefusal>(Unlinking state)
                ? state
                : org.junit.jupiter.api.Assertions.fail(answer.toString());
    }
}
