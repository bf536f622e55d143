package io.anju.identity.hold.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.hold.model.Hold.Review;
import io.anju.identity.model.RiskVerdict;
import io.anju.identity.model.Wording;
import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldTest {

    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final Wording WORDS = new Wording("words", "文字");
    private static final UUID CUSTOMER = new UUID(0, 1);
    private static final Review REVIEW = new Review(new UUID(0, 2), "looked at", NOW);

    @Test
    void aReleaseIsGoodForADayAndDecidedOnce() {
        var released = ok(held(100).release(REVIEW));

        assertEquals(Instant.parse("2026-11-30T02:00:00Z"), released.until());
        assertTrue(released.release(REVIEW)
                        instanceof Result.Refused<Hold.Released, HoldRefusal>(HoldRefusal.DecidedAlready(var state))
                && state.equals("RELEASED"));
        assertTrue(released.refuse(REVIEW) instanceof Result.Refused);
        assertTrue(released.used(NOW).release(REVIEW) instanceof Result.Refused);
    }

    @Test
    void nobodyClearsTheirOwn() {
        var own = new Review(CUSTOMER, "me", NOW);

        assertTrue(
                held(100).release(own)
                        instanceof Result.Refused<Hold.Released, HoldRefusal>(HoldRefusal.OwnHold ignored));
        assertTrue(
                held(100).refuse(own)
                        instanceof Result.Refused<Hold.Refused, HoldRefusal>(HoldRefusal.OwnHold ignored));
    }

    @ParameterizedTest
    @CsvSource({"100, 100, true", "100, 99, true", "100, 101, false", "100, -1, false", "-1, -1, true", "-1, 1, false"})
    void aReleaseCoversNoLargerAmountAndNoUnknownOne(long held, long asked, boolean covers) {
        assertEquals(covers, held(held).placed().covers(asked));
    }

    @Test
    void aRefusalIsLiftedByAnotherOfficerAndByNobodyElse() {
        var refused = ok(held(100).refuse(REVIEW));
        var second = new Review(new UUID(0, 4), "objected, and rightly", NOW);

        assertTrue(refused.lift(REVIEW) instanceof Result.Refused<Hold, HoldRefusal>(HoldRefusal.SameOfficer ignored));
        assertTrue(
                refused.lift(new Review(CUSTOMER, "me", NOW))
                        instanceof Result.Refused<Hold, HoldRefusal>(HoldRefusal.OwnHold ignored));
        var lifted = ok(refused.lift(second));
        assertEquals(new Hold.Released(refused.placed(), second, Instant.parse("2026-11-30T02:00:00Z")), lifted);
        assertTrue(lifted.lift(second) instanceof Result.Refused<Hold, HoldRefusal>(HoldRefusal.NotRefused ignored));
    }

    @Test
    void aDenialIsLiftedByTheSecondOfTwoOfficersWithinSevenDays() {
        var denied = new Hold.Denied(held(100).placed());
        var proposed = ok(denied.lift(REVIEW));
        var early = new Review(
                new UUID(0, 4), "rightly", NOW.plus(Duration.ofDays(7)).minusSeconds(1));
        var late = new Review(new UUID(0, 4), "rightly", NOW.plus(Duration.ofDays(7)));

        assertEquals(new Hold.Denied(denied.placed(), Optional.of(REVIEW)), proposed);
        assertTrue(
                proposed.lift(REVIEW)
                        instanceof Result.Refused<Hold, HoldRefusal>(HoldRefusal.SecondPersonNeeded ignored));
        assertTrue(ok(proposed.lift(early)) instanceof Hold.Released);
        assertEquals(new Hold.Denied(denied.placed(), Optional.of(late)), ok(proposed.lift(late)));
        assertTrue(
                denied.lift(new Review(CUSTOMER, "me", NOW))
                        instanceof Result.Refused<Hold, HoldRefusal>(HoldRefusal.OwnHold ignored));
    }

    @Test
    void aRefusalStandsUntilALaterReleaseCoversWhatIsAsked() {
        var refused = ok(held(100).refuse(REVIEW));
        var released = ok(held(50).release(REVIEW));

        assertEquals(Optional.empty(), Hold.standing(List.of(), 1));
        assertEquals(Optional.of(refused), Hold.standing(List.of(refused), 1_000));
        assertEquals(Optional.of(refused), Hold.standing(List.of(refused, released), 50));
        assertEquals(Optional.empty(), Hold.standing(List.of(released, refused), 50));
        assertEquals(Optional.empty(), Hold.standing(List.of(released.used(NOW), refused), 50));
        assertEquals(Optional.of(refused), Hold.standing(List.of(released, refused), 51));
        assertEquals(Optional.of(refused), Hold.standing(List.of(released, refused), -1));
    }

    private static Hold.Held held(long amount) {
        return new Hold.Held(new Hold.Placed(
                new UUID(0, 3),
                CUSTOMER,
                "repayment.prepay",
                "/api/v1/loans/x",
                amount,
                Set.of("rule"),
                new RiskVerdict.Stop(WORDS, WORDS, List.of()),
                NOW));
    }

    private static <T> T ok(Result<T, HoldRefusal> result) {
        return switch (result) {
            case Result.Ok<T, HoldRefusal>(var value) -> value;
            case Result.Refused<T, HoldRefusal>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
