package io.anju.identity.risk.model;

import io.anju.identity.risk.model.Signals.Ages;
import io.anju.identity.risk.model.Signals.Failures;
import io.anju.identity.risk.model.Signals.Velocity;
import io.anju.identity.risk.model.Signals.Whereabouts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Signals for tests: quiet ones, and any. */
public final class SomeSignals {

    /** Those of the house. */
    private static final WorkingHours WORKING = new WorkingHours(6, 22);

    /** Fen from which on an amount is large in the rules of the beginning. */
    public static final long LARGE = 50_000_000;

    private SomeSignals() {}

    /** An old account at noon, from where it always is, with nothing unusual. */
    public static Signals quiet() {
        return new Signals(
                Act.of("card.bind", false, LARGE, false),
                new Amount.Unknown(0),
                new Failures(0, 0, 0, 0),
                new Whereabouts(false, false, false, false, false),
                new Velocity(1, 1),
                new Ages(1000, 900, Ages.NEVER, Ages.NEVER, Ages.NEVER),
                12,
                false);
    }

    /** A movement of money. */
    public static Signals moving(Amount amount, int hour) {
        var quiet = quiet();
        return new Signals(
                Act.of("repayment.prepay", true, LARGE, false),
                amount,
                quiet.failures(),
                quiet.whereabouts(),
                quiet.velocity(),
                quiet.ages(),
                hour,
                WORKING.off(hour));
    }

    public static Signals with(Signals base, Failures failures) {
        return new Signals(
                base.act(),
                base.amount(),
                failures,
                base.whereabouts(),
                base.velocity(),
                base.ages(),
                base.hour(),
                base.offHours());
    }

    public static Signals with(Signals base, Whereabouts whereabouts) {
        return new Signals(
                base.act(),
                base.amount(),
                base.failures(),
                whereabouts,
                base.velocity(),
                base.ages(),
                base.hour(),
                base.offHours());
    }

    public static Signals with(Signals base, Ages ages) {
        return new Signals(
                base.act(),
                base.amount(),
                base.failures(),
                base.whereabouts(),
                base.velocity(),
                ages,
                base.hour(),
                base.offHours());
    }

    /** Any that can occur. */
    public static Arbitrary<Signals> any() {
        return Combinators.combine(
                        acts(),
                        amounts(),
                        failures(),
                        whereabouts(),
                        counts().tuple2().map(pair -> new Velocity(pair.get1(), pair.get1() + pair.get2())),
                        Arbitraries.integers()
                                .between(-1, 5000)
                                .tuple5()
                                .map(five -> new Ages(five.get1(), five.get2(), five.get3(), five.get4(), five.get5())),
                        Arbitraries.integers().between(0, 23))
                .as((act, amount, failures, whereabouts, velocity, ages, hour) ->
                        new Signals(act, amount, failures, whereabouts, velocity, ages, hour, WORKING.off(hour)));
    }

    private static Arbitrary<Act> acts() {
        return Combinators.combine(
                        Arbitraries.of("card.bind", "repayment.prepay", "wallet.unlink", "phone.change"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((name, moves, officer) -> Act.of(name, moves, LARGE, officer));
    }

    private static Arbitrary<Amount> amounts() {
        var fen = Arbitraries.longs().between(0, Long.MAX_VALUE);
        return Combinators.combine(fen, fen, Arbitraries.integers().between(0, 2))
                .as((amount, before, kind) -> switch (kind) {
                    case 0 -> new Amount.Unknown(before);
                    case 1 -> new Amount.Stated(amount, before);
                    default -> new Amount.Proven(amount, before);
                });
    }

    private static Arbitrary<Failures> failures() {
        return counts().tuple5().map(four -> new Failures(four.get1(), four.get2(), four.get3(), four.get4()));
    }

    private static Arbitrary<Whereabouts> whereabouts() {
        return Arbitraries.of(true, false)
                .tuple5()
                .map(five -> new Whereabouts(five.get1(), five.get2(), five.get3(), five.get4(), five.get5()));
    }

    private static Arbitrary<Integer> counts() {
        return Arbitraries.integers().between(0, 1000);
    }
}
