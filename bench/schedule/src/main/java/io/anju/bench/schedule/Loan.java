package io.anju.bench.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One of a fixed set of loans that contenders work through in turn, so that no branch or constant is learnt by heart.
 *
 * @param principal fen
 * @param rate decimal fraction a year, four decimals
 * @param months number of rows
 * @param start day on which it is paid out; the first row is due a month later
 */
record Loan(long principal, BigDecimal rate, int months, LocalDate start) {

    static final int MONTHS = 360;
    private static final Loan[] LOANS = new Loan[64];

    static {
        for (int i = 0; i < LOANS.length; i++) {
            LOANS[i] = new Loan(
                    50_000_000L + i * 1_234_567L,
                    BigDecimal.valueOf(260 + 7L * i, 4),
                    MONTHS,
                    LocalDate.of(2026, 1, 1).plusDays(11L * i));
        }
    }

    static Loan of(int turn) {
        return LOANS[turn & LOANS.length - 1];
    }

    static int count() {
        return LOANS.length;
    }
}
