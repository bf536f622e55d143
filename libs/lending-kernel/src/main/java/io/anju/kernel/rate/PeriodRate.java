package io.anju.kernel.rate;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import java.math.BigInteger;

/**
 * The rate of one whole period as a fraction of whole numbers: 3.5 % a year is 35/12000 a month.
 *
 * <p>Made once for a schedule, since its interest on one balance after the other divides by one number: instead of
 * dividing, {@link #interestOn} multiplies by the number's reciprocal, in 64 bits, and corrects the quotient by the rest.
 */
public final class PeriodRate {

    private final long numerator;
    private final long denominator;
    private final long reciprocal;

    private PeriodRate(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.reciprocal = Long.divideUnsigned(-1, denominator);
    }

    /** The rate of one period of that length. */
    public static PeriodRate of(AnnualRate rate, Frequency frequency) {
        return new PeriodRate(rate.unscaled() * frequency.numerator(), rate.scalePower() * frequency.denominator());
    }

    /** Not negative, below 2^41. */
    public long numerator() {
        return numerator;
    }

    /** From 12 to below 2^42. */
    public long denominator() {
        return denominator;
    }

    /**
     * Interest of one whole period on a principal, rounded half-up to the fen: what {@link Interest#forPeriod} gives.
     *
     * <p>With d the denominator and m = ⌊(2^64 − 1)/d⌋, 2^64/d − m is at most 1, so for a product p below 2^63 the
     * quotient ⌊p·m/2^64⌋ is p/d less one and a half at most: it is right, or one too small.
     *
     * @param principal fen, not negative
     */
    public long interestOn(long principal) {
        long product = principal * numerator;
        if (Math.multiplyHigh(principal, numerator) != 0 || product < 0) {
            return Fen.halfUp(
                    BigInteger.valueOf(principal).multiply(BigInteger.valueOf(numerator)),
                    BigInteger.valueOf(denominator));
        }
        long whole = Math.multiplyHigh(product, reciprocal);
        long rest = product - whole * denominator;
        if (rest >= denominator) {
            whole++;
            rest -= denominator;
        }
        return rest >= denominator - rest ? whole + 1 : whole;
    }
}
