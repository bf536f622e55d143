package io.anju.kernel.rate;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.money.Fen;
import java.math.BigInteger;
import java.util.Objects;

/**
 * Interest that gathers over stretches with different principals or rates, as one exact fraction of a fen, so that a
 * period split in the middle is rounded once and not once per stretch.
 *
 * <p>Example: a month of 31 days with 1,000,000.00 yuan, 12 days at 3.95 % and 19 days at 3.60 %:
 * 1,316.666… + 1,900.000 = 3,216.67.
 */
public final class Accrual {

    /** Nothing gathered. */
    public static final Accrual NONE = new Accrual(BigInteger.ZERO, BigInteger.ONE);

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Accrual(BigInteger numerator, BigInteger denominator) {
        BigInteger common = numerator.gcd(denominator);
        this.numerator = numerator.divide(common);
        this.denominator = denominator.divide(common);
    }

    /** What was stored of one: the fraction that {@link #numerator} and {@link #denominator} gave. */
    public static Accrual of(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("no interest: " + numerator + "/" + denominator);
        }
        return new Accrual(numerator, denominator);
    }

    /** Fen, as a fraction with {@link #denominator}. */
    public BigInteger numerator() {
        return numerator;
    }

    /** What {@link #numerator} is divided by. */
    public BigInteger denominator() {
        return denominator;
    }

    /** This and the interest of so many days. */
    public Accrual plusDays(long principal, AnnualRate rate, int days, DayCount count) {
        return plus(principal, rate, days, count.yearDays());
    }

    /** This and the interest of {@code years / parts} of a year. */
    public Accrual plus(long principal, AnnualRate rate, int years, int parts) {
        if (principal < 0 || years < 0 || parts <= 0) {
            throw new IllegalArgumentException("interest on " + principal + " for " + years + "/" + parts);
        }
        BigInteger top = BigInteger.valueOf(principal)
                .multiply(BigInteger.valueOf(rate.unscaled()))
                .multiply(BigInteger.valueOf(years));
        BigInteger bottom = BigInteger.valueOf(rate.scalePower()).multiply(BigInteger.valueOf(parts));
        return new Accrual(numerator.multiply(bottom).add(top.multiply(denominator)), denominator.multiply(bottom));
    }

    /** What has gathered, rounded half-up to the fen. */
    public long fen() {
        return Fen.halfUp(numerator, denominator);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Accrual accrual
                && numerator.equals(accrual.numerator)
                && denominator.equals(accrual.denominator);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator);
    }

    /** Fen as a fraction in lowest terms. */
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
