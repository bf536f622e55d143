package io.anju.kernel.schedule;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.PeriodRate;
import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * The level instalment of a loan, and how many of them pay one off; both exact.
 *
 * <p>The rate per period is a fraction of whole numbers, {@code r = a/b} (3.5 % a year is 7/2400 a month), so
 * {@code (1+r)^n = (b+a)^n / b^n} is one too, of thousands of bits for a long loan. It is needed only to tell on which
 * side of half a fen the result lies, and {@link Discount} tells that from 128 bits and the bound of its error; where
 * the bound reaches over half a fen, the fraction decides. No floating point takes part.
 */
public final class Annuity {

    private Annuity() {}

    /**
     * {@code A = P·r(1+r)^n / ((1+r)^n − 1)} rounded half-up to the fen; {@code P/n} when r is 0.
     *
     * <p>1,000,000.00 yuan at 3.5 % over 360 months is 4,490.45; 100,000.00 at 0 % over 12 is 8,333.33.
     *
     * <p>With v = (1+r)^−n it is {@code P·a / (b·(1 − v))}. If V is v cut off and E bounds what was cut, then
     * V ≤ v ≤ V + E, and the exact instalment lies between the quotients with 1 − V and with 1 − V − E. Rounding keeps
     * that order, so where both round to one fen, it is the right one. The smallest rate of a period is 14/(36 · 10^11),
     * so that 1 − v is more than 2^89 units, beside which E (4,800 units for 1,200 periods) is nothing.
     *
     * @param principal fen, not negative
     * @param periods at least 1
     */
    public static long instalment(long principal, AnnualRate rate, Frequency frequency, int periods) {
        if (rate.isZero()) {
            return Fen.share(principal, periods);
        }
        PeriodRate r = PeriodRate.of(rate, frequency);
        BigInteger interest = BigInteger.valueOf(principal)
                .multiply(BigInteger.valueOf(r.numerator()))
                .shiftLeft(128);
        BigInteger denominator = BigInteger.valueOf(r.denominator());
        BigInteger most = Discount.ONE.subtract(Discount.of(r, periods));
        long low = Fen.halfUp(interest, denominator.multiply(most));
        long high = Fen.halfUp(interest, denominator.multiply(most.subtract(Discount.error(periods))));
        return low == high ? low : exactInstalment(principal, r, periods);
    }

    /** The same from the fraction itself. */
    static long exactInstalment(long principal, PeriodRate rate, int periods) {
        Fraction r = Fraction.of(rate);
        BigInteger grown = r.grown().pow(periods);
        BigInteger flat = r.denominator.pow(periods);
        return Fen.halfUp(
                BigInteger.valueOf(principal).multiply(r.numerator).multiply(grown),
                r.denominator.multiply(grown.subtract(flat)));
    }

    /**
     * The number of instalments of a given size that pay a principal off, the last being smaller:
     * {@code n = ceil(−ln(1 − P·r/A) / ln(1+r))}, the smallest n with {@code (1+r)^−n ≤ (A − P·r) / A}.
     *
     * <p>896,970.52 − 200,000.00 yuan at 3.5 % in instalments of 4,490.45 take 207 of them. Empty when the instalment
     * does not exceed the first interest: then no number of them is enough. Empty above {@code limit} too.
     *
     * @param principal fen, at least 1
     * @param instalment fen; empty when it is not positive
     * @param limit the largest answer of use
     */
    public static OptionalInt periods(
            long principal, AnnualRate rate, Frequency frequency, long instalment, int limit) {
        if (instalment < 1) {
            return OptionalInt.empty();
        }
        if (rate.isZero()) {
            return within((principal + instalment - 1) / instalment, limit);
        }
        PeriodRate r = PeriodRate.of(rate, frequency);
        BigInteger amount = BigInteger.valueOf(instalment).multiply(BigInteger.valueOf(r.denominator()));
        BigInteger surplus = amount.subtract(BigInteger.valueOf(principal).multiply(BigInteger.valueOf(r.numerator())));
        if (surplus.signum() <= 0) {
            return OptionalInt.empty();
        }
        int low = 1;
        int high = limit + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isEnough(r, middle, surplus, amount)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return within(low, limit);
    }

    /** Whether {@code (1+r)^−n ≤ surplus/amount}: by the bounds of the discount, and by the fraction between them. */
    private static boolean isEnough(PeriodRate r, int periods, BigInteger surplus, BigInteger amount) {
        BigInteger needed = surplus.shiftLeft(128);
        BigInteger least = Discount.of(r, periods);
        if (least.multiply(amount).compareTo(needed) > 0) {
            return false;
        }
        if (least.add(Discount.error(periods)).multiply(amount).compareTo(needed) <= 0) {
            return true;
        }
        Fraction exact = Fraction.of(r);
        return exact.grown()
                        .pow(periods)
                        .multiply(surplus)
                        .compareTo(exact.denominator.pow(periods).multiply(amount))
                >= 0;
    }

    private static OptionalInt within(long periods, int limit) {
        return periods <= limit ? OptionalInt.of((int) periods) : OptionalInt.empty();
    }

    /** The rate of one period in lowest terms. */
    private record Fraction(BigInteger numerator, BigInteger denominator) {

        static Fraction of(PeriodRate rate) {
            BigInteger top = BigInteger.valueOf(rate.numerator());
            BigInteger bottom = BigInteger.valueOf(rate.denominator());
            BigInteger common = top.gcd(bottom);
            return new Fraction(top.divide(common), bottom.divide(common));
        }

        /** Numerator of 1 + r over the same denominator. */
        BigInteger grown() {
            return numerator.add(denominator);
        }
    }
}
