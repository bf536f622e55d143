package io.anju.kernel.schedule;

import io.anju.kernel.rate.PeriodRate;
import java.math.BigInteger;

/**
 * {@code (1+r)^−n} in 128-bit fixed point, with a bound of its error.
 *
 * <p>Let u be 2^−128, the unit. Each number x below is the whole number of units that stands for a true value, and e(x)
 * how many units it is too small; nothing is ever too large.
 *
 * <ul>
 *   <li>One period: b/(a+b) is divided out and cut off, so e(1) is less than 1.
 *   <li>A product of x and y, both below 1, is too small by at most e(x) + e(y) for what its factors lack, and by less
 *       than 3 for what is cut off: two cross products and the product of the low halves lose less than a unit each.
 *   <li>The power n is reached by squaring and by multiplying with one period. If e(m) ≤ 4m − 3, then
 *       e(2m) ≤ 2(4m − 3) + 3 = 4(2m) − 3 and e(m+1) ≤ (4m − 3) + 1 + 3 = 4(m+1) − 3. So e(n) ≤ 4n − 3 for every n.
 * </ul>
 */
final class Discount {

    /** 1 in units. */
    static final BigInteger ONE = BigInteger.ONE.shiftLeft(128);

    private static final int DIGIT = 16;

    private Discount() {}

    /** How many units the power is too small at most. */
    static BigInteger error(int periods) {
        return BigInteger.valueOf(4L * periods);
    }

    /** {@code (1+r)^−n} in units, cut off. */
    static BigInteger of(PeriodRate r, int periods) {
        long divisor = r.numerator() + r.denominator();
        long rest = r.denominator();
        long high = digits(rest, divisor);
        long low = digits(rest(rest, divisor), divisor);
        long powerHigh = high;
        long powerLow = low;
        for (int bit = Integer.highestOneBit(periods) >> 1; bit > 0; bit >>= 1) {
            long squareHigh = high(powerHigh, powerLow, powerHigh, powerLow);
            powerLow = low(powerHigh, powerLow, powerHigh, powerLow);
            powerHigh = squareHigh;
            if ((periods & bit) != 0) {
                long productHigh = high(powerHigh, powerLow, high, low);
                powerLow = low(powerHigh, powerLow, high, low);
                powerHigh = productHigh;
            }
        }
        return unsigned(powerHigh).shiftLeft(64).add(unsigned(powerLow));
    }

    /** The next 64 binary digits of rest/divisor, divisor being below 2^43. */
    private static long digits(long rest, long divisor) {
        long digits = 0;
        long left = rest;
        for (int done = 0; done < Long.SIZE; done += DIGIT) {
            left <<= DIGIT;
            digits = digits << DIGIT | left / divisor;
            left %= divisor;
        }
        return digits;
    }

    /** What is left after them. */
    private static long rest(long rest, long divisor) {
        long left = rest;
        for (int done = 0; done < Long.SIZE; done += DIGIT) {
            left = (left << DIGIT) % divisor;
        }
        return left;
    }

    /** Upper half of the product of two numbers of two halves each. */
    private static long high(long xHigh, long xLow, long yHigh, long yLow) {
        long low = xHigh * yHigh;
        long withFirst = low + Math.unsignedMultiplyHigh(xHigh, yLow);
        long withBoth = withFirst + Math.unsignedMultiplyHigh(xLow, yHigh);
        int carry = (Long.compareUnsigned(withFirst, low) < 0 ? 1 : 0)
                + (Long.compareUnsigned(withBoth, withFirst) < 0 ? 1 : 0);
        return Math.unsignedMultiplyHigh(xHigh, yHigh) + carry;
    }

    /** Lower half of it. */
    private static long low(long xHigh, long xLow, long yHigh, long yLow) {
        return xHigh * yHigh + Math.unsignedMultiplyHigh(xHigh, yLow) + Math.unsignedMultiplyHigh(xLow, yHigh);
    }

    private static BigInteger unsigned(long bits) {
        BigInteger value = BigInteger.valueOf(bits & Long.MAX_VALUE);
        return bits < 0 ? value.setBit(Long.SIZE - 1) : value;
    }
}
