package io.anju.kernel.rate;

import io.anju.kernel.result.Result;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * A rate per year as a decimal fraction: 3.5 % is {@code 0.035}. Never negative, at most 10 (1,000 %), at most ten
 * decimals, which makes every interest an exact fraction of whole numbers.
 *
 * <p>Two rates are equal when their values are: {@code 0.035} equals {@code 0.0350}.
 */
public final class AnnualRate implements Comparable<AnnualRate> {

    /** No interest at all. */
    public static final AnnualRate ZERO = new AnnualRate(BigDecimal.ZERO);

    private static final int MAX_SCALE = 10;

    private final BigDecimal fraction;
    private final long unscaled;
    private final long scalePower;

    private AnnualRate(BigDecimal fraction) {
        BigDecimal shortest = fraction.stripTrailingZeros();
        this.fraction = shortest.scale() < 0 ? shortest.setScale(0, RoundingMode.UNNECESSARY) : shortest;
        this.unscaled = this.fraction.unscaledValue().longValueExact();
        this.scalePower =
                BigDecimal.ONE.scaleByPowerOfTen(this.fraction.scale()).longValueExact();
    }

    /**
     * A rate known to be one, such as a literal or a stored value.
     *
     * @throws IllegalArgumentException when {@link #parse} would refuse it
     */
    public static AnnualRate of(BigDecimal fraction) {
        if (!fits(fraction)) {
            throw new IllegalArgumentException("not an annual rate: " + fraction);
        }
        return new AnnualRate(fraction);
    }

    /** A rate known to be one: {@code of("0.0350")} is 3.5 %. */
    public static AnnualRate of(String fraction) {
        return of(new BigDecimal(fraction));
    }

    /** A value from outside, accepted as a rate or refused with the value. */
    public static Result<AnnualRate, RateRefusal> parse(BigDecimal fraction) {
        return fits(fraction)
                ? Result.ok(new AnnualRate(fraction))
                : Result.refused(new RateRefusal.RateOutOfRange(fraction));
    }

    private static boolean fits(BigDecimal fraction) {
        return fraction.signum() >= 0
                && fraction.compareTo(BigDecimal.TEN) <= 0
                && fraction.stripTrailingZeros().scale() <= MAX_SCALE;
    }

    /** The decimal fraction, without trailing zeros. */
    public BigDecimal fraction() {
        return fraction;
    }

    /** Whether no interest is charged. */
    public boolean isZero() {
        return unscaled == 0;
    }

    /** As the API writes it: the fraction with at least four decimals, {@code 0.0350}. */
    public String text() {
        return fraction.setScale(Math.max(4, fraction.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** This rate times a factor, such as the penalty's 1.5, exact; refused when it is out of range. */
    public Result<AnnualRate, RateRefusal> times(BigDecimal factor) {
        return parse(fraction.multiply(factor));
    }

    /** Numerator of the rate as a fraction of whole numbers. */
    long unscaled() {
        return unscaled;
    }

    /** Denominator of the rate as a fraction of whole numbers: a power of ten. */
    long scalePower() {
        return scalePower;
    }

    @Override
    public int compareTo(AnnualRate other) {
        return fraction.compareTo(other.fraction);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnnualRate rate && unscaled == rate.unscaled && scalePower == rate.scalePower;
    }

    @Override
    public int hashCode() {
        return Objects.hash(unscaled, scalePower);
    }

    /** The text of the API, {@code 0.0350}. */
    @Override
    public String toString() {
        return text();
    }
}
