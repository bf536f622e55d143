package io.anju.identity.risk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.risk.model.Signals.Failures;
import io.anju.identity.risk.model.Signals.Whereabouts;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScoreCardTest {

    @Test
    void aQuietRequestScoresNothing() {
        assertEquals(Map.of(), score(SomeSignals.quiet()).contributions());
    }

    @Test
    void saysWhichFeatureGaveHowMuch() {
        var base = SomeSignals.moving(new Amount.Proven(SomeSignals.LARGE, SomeSignals.LARGE / 3), 23);
        var signals = SomeSignals.with(base, new Whereabouts(true, true, false, false, false));

        assertEquals(
                Map.of("offHours", 10, "largeAmount", 10, "moreThanUsual", 5, "newDevice", 15, "newPlace", 10),
                score(signals).contributions());
        assertEquals(50, score(signals).total());
    }

    @Test
    void theFirstPasskeyOfAYoungAccountIsNothingUnusual() {
        var quiet = SomeSignals.quiet();

        assertEquals(0, score(aged(quiet, 3, 1)).total());
        assertEquals(Map.of("youngPasskey", 10), score(aged(quiet, 240, 1)).contributions());
    }

    @Property
    void contributionsAreAboveZeroAndAddUp(@ForAll("signals") Signals signals) {
        var score = score(signals);

        assertTrue(score.contributions().values().stream().allMatch(points -> points > 0));
        assertEquals(score.total(), score.contributions().values().stream().reduce(0, Integer::sum));
    }

    @Property
    void moreFailuresNeverLowerAnyContribution(
            @ForAll("signals") Signals signals, @ForAll @IntRange(max = 50) int more) {
        var before = signals.failures();
        var after = new Failures(
                before.person() + more, before.device() + more, before.address() + more, before.prefix() + more);

        assertNoneLower(signals, SomeSignals.with(signals, after));
    }

    @Property
    void aStrangerPlaceNeverLowersAnyContribution(@ForAll("signals") Signals signals) {
        assertNoneLower(signals, SomeSignals.with(signals, new Whereabouts(true, true, true, true, true)));
    }

    @Property
    void theActsNameGivesNothing(@ForAll("signals") Signals signals) {
        var act = signals.act();
        var renamed = new Act(Act.OTHER, act.movesMoney(), act.large(), act.officerReleases(), !act.counted());
        var other = new Signals(
                renamed,
                signals.amount(),
                signals.failures(),
                signals.whereabouts(),
                signals.velocity(),
                signals.ages(),
                signals.hour(),
                signals.offHours());

        assertEquals(score(signals), score(other));
    }

    @Provide
    Arbitrary<Signals> signals() {
        return SomeSignals.any();
    }

    private static void assertNoneLower(Signals before, Signals after) {
        var now = score(after).contributions();
        score(before).contributions().forEach((feature, points) -> assertTrue(now.get(feature) >= points, feature));
    }

    private static Signals aged(Signals base, int account, int passkey) {
        return SomeSignals.with(
                base, new Signals.Ages(account, passkey, Signals.Ages.NEVER, Signals.Ages.NEVER, Signals.Ages.NEVER));
    }

    private static Score score(Signals signals) {
        return Facts.of(signals).score();
    }
}
