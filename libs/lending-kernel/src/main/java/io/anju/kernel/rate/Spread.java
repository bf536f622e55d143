package io.anju.kernel.rate;

import io.anju.kernel.result.Result;
import java.math.BigDecimal;

/**
 * What a contract adds to the reference rate (加点), a decimal fraction that may be negative: −30 basis points are
 * {@code -0.0030}.
 *
 * @param fraction between −1 and 1, at most ten decimals
 */
public record Spread(BigDecimal fraction) implements Comparable<Spread> {

    /** Nothing added. */
    public static final Spread NONE = new Spread(BigDecimal.ZERO);

    private static final int MAX_SCALE = 10;

    /** Keeps the shortest form, so that equal spreads are equal records; use {@link #parse} for what comes from outside. */
    public Spread {
        if (!fits(fraction)) {
            throw new IllegalArgumentException("not a spread: " + fraction);
        }
        fraction = fraction.signum() == 0 ? BigDecimal.ZERO : fraction.stripTrailingZeros();
    }

    /** A value from outside, accepted as a spread or refused with the value. */
    public static Result<Spread, RateRefusal> parse(BigDecimal fraction) {
        return fits(fraction)
                ? Result.ok(new Spread(fraction))
                : Result.refused(new RateRefusal.SpreadOutOfRange(fraction));
    }

    private static boolean fits(BigDecimal fraction) {
        return fraction.abs().compareTo(BigDecimal.ONE) <= 0
                && fraction.stripTrailingZeros().scale() <= MAX_SCALE;
    }

    /** A spread known to be one: {@code of("-0.0030")} takes 30 basis points off. */
    public static Spread of(String fraction) {
        return new Spread(new BigDecimal(fraction));
    }

    /** A spread in basis points (hundredths of a percentage point): {@code ofBasisPoints(-30)}. */
    public static Spread ofBasisPoints(int basisPoints) {
        return new Spread(BigDecimal.valueOf(basisPoints, 4));
    }

    /** What separates two rates: {@code between(reference, contract)} added to the reference gives the contract rate. */
    public static Result<Spread, RateRefusal> between(AnnualRate reference, AnnualRate contract) {
        return parse(contract.fraction().subtract(reference.fraction()));
    }

    /** The greater of the two. */
    public Spread max(Spread other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Spread other) {
        return fraction.compareTo(other.fraction);
    }

    /** The reference rate plus this spread, refused when that is below zero. */
    public Result<AnnualRate, RateRefusal> on(AnnualRate reference) {
        return AnnualRate.parse(reference.fraction().add(fraction));
    }

    /** The fraction with at least four decimals, {@code -0.0030}. */
    public String text() {
        return fraction.setScale(Math.max(4, fraction.scale())).toPlainString();
    }
}
