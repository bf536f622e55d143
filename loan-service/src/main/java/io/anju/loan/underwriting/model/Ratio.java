package io.anju.loan.underwriting.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares of one amount in another. */
final class Ratio {

    /** A share so large that every limit is passed: for a denominator of nothing. */
    static final BigDecimal BEYOND = new BigDecimal("99.9999");

    private Ratio() {}

    /** To four places, rounded up: a share a hair over its limit is over it. */
    static BigDecimal of(long part, long whole) {
        return whole <= 0
                ? BEYOND
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.CEILING);
    }
}
