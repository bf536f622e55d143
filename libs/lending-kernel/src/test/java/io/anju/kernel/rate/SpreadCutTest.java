package io.anju.kernel.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.result.Result;
import org.junit.jupiter.api.Test;

class SpreadCutTest {

    @Test
    void bringsASpreadDownAsTheBatchOf2024Did() {
        SpreadCut batch = cut(-30, -30, -45);

        assertEquals(Result.ok(Spread.ofBasisPoints(-30)), batch.of(Spread.ofBasisPoints(55)));
        assertEquals(
                SpreadRules.OF_2024.batch(Spread.ofBasisPoints(55), Spread.ofBasisPoints(-45)),
                batch.of(Spread.ofBasisPoints(55)));
    }

    @Test
    void neverBelowTheFloorOfTheCity() {
        assertEquals(Result.ok(Spread.ofBasisPoints(-20)), cut(-30, -30, -20).of(Spread.ofBasisPoints(55)));
    }

    @Test
    void leavesWhatIsNotAboveTheLimitOrNotAboveWhatItWouldComeTo() {
        assertEquals(refused(20, 20), cut(20, -30, -30).of(Spread.ofBasisPoints(20)));
        assertEquals(refused(-25, -20), cut(-30, -30, -20).of(Spread.ofBasisPoints(-25)));
        assertEquals(refused(-30, -30), cut(-100, -30, -30).of(Spread.ofBasisPoints(-30)));
    }

    @Test
    void bringsNothingDownTwice() {
        for (int now = -100; now <= 100; now += 5) {
            SpreadCut batch = cut(-10, -30, -25);
            if (batch.of(Spread.ofBasisPoints(now)) instanceof Result.Ok<Spread, RateRefusal>(Spread after)) {
                assertEquals(Spread.ofBasisPoints(-25), after);
                assertEquals(
                        Result.refused(new RateRefusal.SpreadNotAbove(after, Spread.ofBasisPoints(-10))),
                        batch.of(after));
            }
        }
    }

    private static SpreadCut cut(int above, int to, int floor) {
        return new SpreadCut(Spread.ofBasisPoints(above), Spread.ofBasisPoints(to), Spread.ofBasisPoints(floor));
    }

    private static Result<Spread, RateRefusal> refused(int now, int least) {
        return Result.refused(new RateRefusal.SpreadNotAbove(Spread.ofBasisPoints(now), Spread.ofBasisPoints(least)));
    }
}
