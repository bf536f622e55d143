package io.anju.kernel.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The same rules written again the slow way: yuan with two decimals, 80 digits for everything else, one row after the
 * other. It shares no line with the kernel, so that a mistake would have to be made twice.
 */
final class NaiveEngine {

    private static final MathContext MC = new MathContext(80);
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);

    record Row(BigDecimal principal, BigDecimal interest, BigDecimal balance) {}

    private NaiveEngine() {}

    static BigDecimal instalment(BigDecimal principal, BigDecimal annual, int n) {
        return exactInstalment(principal, annual, n).setScale(2, RoundingMode.HALF_UP);
    }

    static BigDecimal exactInstalment(BigDecimal principal, BigDecimal annual, int n) {
        if (annual.signum() == 0) {
            return principal.divide(BigDecimal.valueOf(n), MC);
        }
        BigDecimal r = annual.divide(TWELVE, MC);
        BigDecimal q = r.add(BigDecimal.ONE).pow(n, MC);
        return principal.multiply(r).multiply(q).divide(q.subtract(BigDecimal.ONE), MC);
    }

    static List<Row> equalInstalments(BigDecimal principal, BigDecimal annual, int n) {
        BigDecimal amount = instalment(principal, annual, n);
        List<Row> rows = new ArrayList<>();
        BigDecimal balance = principal;
        for (int k = 1; k <= n; k++) {
            BigDecimal interest = month(balance, annual);
            BigDecimal part = k == n ? balance : balance.min(amount.subtract(interest));
            balance = balance.subtract(part);
            rows.add(new Row(part, interest, balance));
        }
        return rows;
    }

    static List<Row> equalPrincipal(BigDecimal principal, BigDecimal annual, int n) {
        BigDecimal level = principal.divide(BigDecimal.valueOf(n), MC).setScale(2, RoundingMode.HALF_UP);
        List<Row> rows = new ArrayList<>();
        BigDecimal balance = principal;
        for (int k = 1; k <= n; k++) {
            BigDecimal interest = month(balance, annual);
            BigDecimal part = k == n ? balance : balance.min(level);
            balance = balance.subtract(part);
            rows.add(new Row(part, interest, balance));
        }
        return rows;
    }

    /** Instalments of that size until nothing is left, the last one smaller. */
    static int periods(BigDecimal principal, BigDecimal annual, BigDecimal amount) {
        BigDecimal growth = annual.divide(TWELVE, MC).add(BigDecimal.ONE);
        BigDecimal balance = principal;
        int n = 0;
        while (balance.signum() > 0) {
            balance = balance.multiply(growth, MC).subtract(amount);
            n++;
        }
        return n;
    }

    private static BigDecimal month(BigDecimal balance, BigDecimal annual) {
        return balance.multiply(annual).divide(TWELVE, 2, RoundingMode.HALF_UP);
    }
}
