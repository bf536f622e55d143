package io.anju.bench.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The usual bank style: BigDecimal yuan with 34 digits, rounded per row. */
final class BigDecimals implements Contender {

    private static final MathContext MC = MathContext.DECIMAL128;

    @Override
    public List<Row> run(Loan loan) {
        BigDecimal rate = loan.rate().divide(BigDecimal.valueOf(12), MC);
        BigDecimal left = BigDecimal.valueOf(loan.principal(), 2);
        BigDecimal growth = BigDecimal.ONE.add(rate).pow(loan.months(), MC);
        BigDecimal amount = left.multiply(rate, MC)
                .multiply(growth, MC)
                .divide(growth.subtract(BigDecimal.ONE), MC)
                .setScale(2, RoundingMode.HALF_UP);
        List<Row> rows = new ArrayList<>(loan.months());
        for (int k = 1; k <= loan.months(); k++) {
            BigDecimal interest = left.multiply(rate, MC).setScale(2, RoundingMode.HALF_UP);
            BigDecimal principal = k == loan.months() ? left : left.min(amount.subtract(interest));
            left = left.subtract(principal);
            rows.add(new Row(loan.start().plusMonths(k), fen(principal), fen(interest), fen(left)));
        }
        return rows;
    }

    private static long fen(BigDecimal yuan) {
        return yuan.setScale(2).unscaledValue().longValue();
    }

    @Override
    public List<Row> rows(Loan loan) {
        return run(loan);
    }
}
