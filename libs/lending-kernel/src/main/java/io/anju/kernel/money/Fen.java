package io.anju.kernel.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Arithmetic of amounts in fen (分, a hundredth of a yuan), kept as {@code long}.
 *
 * <p>An amount is a whole number of fen, so addition and subtraction are plain and exact. What divides (interest, a
 * share, an instalment) rounds half-up to the fen, once, at the point that the rule names: intermediate results are
 * exact fractions and are never rounded. Half-up means away from zero at exactly one half: 0.5 fen is 1 fen.
 */
public final class Fen {

    /** The largest amount that any rule of the kernel accepts: 100,000,000,000.00 yuan. Keeps sums inside a long. */
    public static final long MAX = 10_000_000_000_000L;

    private Fen() {}

    /** The exact number of fen rounded half-up to a whole one. */
    public static long halfUp(BigDecimal fen) {
        return fen.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /**
     * {@code numerator / denominator} rounded half-up, both exact, neither negative.
     *
     * @throws IllegalArgumentException when the numerator is negative or the denominator not positive
     */
    public static long halfUp(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("not a share of money: " + numerator + "/" + denominator);
        }
        return numerator
                .shiftLeft(1)
                .add(denominator)
                .divide(denominator.shiftLeft(1))
                .longValueExact();
    }

    /**
     * {@code amount / parts} rounded half-up, for a share of a whole.
     *
     * @throws IllegalArgumentException when the amount is negative or the parts not positive
     */
    public static long share(long amount, int parts) {
        if (amount < 0 || parts <= 0) {
            throw new IllegalArgumentException("cannot share " + amount + " fen among " + parts);
        }
        long whole = amount / parts;
        return whole + (2 * (amount % parts) >= parts ? 1 : 0);
    }

    /** Yuan with two decimals and no grouping, for a file or a form: 449045 fen is {@code 4490.45}. */
    public static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** Yuan with two decimals and thousands apart, for a reader: 100000000 fen is {@code 1,000,000.00}. */
    public static String grouped(long fen) {
        String plain = yuan(fen);
        int firstDigit = plain.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(plain);
        for (int at = plain.length() - 6; at > firstDigit; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
