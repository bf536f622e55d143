package io.anju.kernel.rate;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import java.math.BigInteger;

/**
 * Simple interest, exact until it is rounded half-up to the fen, once.
 *
 * <p>{@code principal × annual rate × part of a year}. All three are fractions of whole numbers, so the rounding point is
 * met exactly: 1,000,000.00 yuan at 3.5 % for a month is 35,000 / 12 = 2,916.666… and is posted as 2,916.67.
 *
 * <p>The usual sizes fit into 64 bits and take a multiplication and a division; larger ones take the same formula with
 * big integers. Both give the same fen.
 */
public final class Interest {

    private Interest() {}

    /** Interest of one whole period in fen: a month is a twelfth of a year whatever its length. */
    public static long forPeriod(long principal, AnnualRate rate, Frequency frequency) {
        return of(principal, rate, frequency.numerator(), frequency.denominator());
    }

    /** Interest of a number of days in fen: annual rate / 360 (or 365) a day. */
    public static long forDays(long principal, AnnualRate rate, int days, DayCount count) {
        return of(principal, rate, days, count.yearDays());
    }

    /**
     * Interest of {@code numerator / denominator} years in fen.
     *
     * @throws IllegalArgumentException when principal or time is negative
     */
    public static long of(long principal, AnnualRate rate, int numerator, int denominator) {
        if (principal < 0 || numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException("interest on " + principal + " for " + numerator + "/" + denominator);
        }
        long factor = rate.unscaled() * numerator;
        long divisor = rate.scalePower() * denominator;
        long product = principal * factor;
        boolean fits = Math.multiplyHigh(principal, factor) == 0 && product >= 0;
        if (!fits) {
            return Fen.halfUp(
                    BigInteger.valueOf(principal).multiply(BigInteger.valueOf(factor)), BigInteger.valueOf(divisor));
        }
        long whole = product / divisor;
        long rest = product - whole * divisor;
        return rest >= divisor - rest ? whole + 1 : whole;
    }
}
