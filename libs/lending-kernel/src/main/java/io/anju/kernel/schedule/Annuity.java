package io.anju.kernel.schedule;

import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import io.anju.kernel.rate.AnnualRate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * The level instalment of a loan, and how many of them pay one off; both exact.
 *
 * <p>The rate per period is a fraction of whole numbers, {@code r = a/b} (3.5 % a year is 7/2400 a month), so
 * {@code (1+r)^n = (b+a)^n / b^n} is one too, and the result is rounded half-up without any doubt about the last fen:
 * no floating point takes part.
 */
public final class Annuity {

    private Annuity() {}

    /**
     * {@code A = P·r(1+r)^n / ((1+r)^n − 1)} rounded half-up to the fen; {@code P/n} when r is 0.
     *
     * <p>1,000,000.00 yuan at 3.5 % over 360 months is 4,490.45; 100,000.00 at 0 % over 12 is 8,333.33.
     *
     * @param principal fen, not negative
     * @param periods at least 1
     */
    public static long instalment(long principal, AnnualRate rate, Frequency frequency, int periods) {
        if (rate.isZero()) {
            return Fen.share(principal, periods);
        }
        PeriodRate r = PeriodRate.of(rate, frequency);
        BigInteger grown = r.grown().pow(periods);
        BigInteger flat = r.denominator().pow(periods);
        return Fen.halfUp(
                BigInteger.valueOf(principal).multiply(r.numerator()).multiply(grown),
                r.denominator().multiply(grown.subtract(flat)));
    }

    /**
     * The number of instalments of a given size that pay a principal off, the last being smaller:
     * {@code n = ceil(−ln(1 − P·r/A) / ln(1+r))}, the smallest n with {@code (1+r)^n · (A − P·r) ≥ A}.
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
        BigInteger amount = BigInteger.valueOf(instalment).multiply(r.denominator());
        BigInteger surplus = amount.subtract(BigInteger.valueOf(principal).multiply(r.numerator()));
        if (surplus.signum() <= 0) {
            return OptionalInt.empty();
        }
        int low = 1;
        int high = limit + 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean enough = r.grown()
                            .pow(middle)
                            .multiply(surplus)
                            .compareTo(r.denominator().pow(middle).multiply(amount))
                    >= 0;
            if (enough) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return within(low, limit);
    }

    private static OptionalInt within(long periods, int limit) {
        return periods <= limit ? OptionalInt.of((int) periods) : OptionalInt.empty();
    }

    /** The rate of one period as a fraction in lowest terms. */
    private record PeriodRate(BigInteger numerator, BigInteger denominator) {

        static PeriodRate of(AnnualRate rate, Frequency frequency) {
            BigDecimal fraction = rate.fraction();
            BigInteger top = fraction.unscaledValue().multiply(BigInteger.valueOf(frequency.numerator()));
            BigInteger bottom =
                    BigInteger.TEN.pow(fraction.scale()).multiply(BigInteger.valueOf(frequency.denominator()));
            BigInteger common = top.gcd(bottom);
            return new PeriodRate(top.divide(common), bottom.divide(common));
        }

        /** Numerator of 1 + r over the same denominator. */
        BigInteger grown() {
            return numerator.add(denominator);
        }
    }
}
