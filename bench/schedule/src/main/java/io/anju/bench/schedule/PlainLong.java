package io.anju.bench.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a careful hand writes: long fen, a record per row, {@code java.time}; the instalment alone through a double. */
final class PlainLong implements Contender {

    @Override
    public List<Row> run(Loan loan) {
        double monthly = loan.rate().doubleValue() / 12;
        long left = loan.principal();
        long amount = Math.round(left * monthly / (1 - Math.pow(1 + monthly, -loan.months())));
        long rate = loan.rate().unscaledValue().longValueExact();
        long divisor = 12 * 10_000L;
        List<Row> rows = new ArrayList<>(loan.months());
        for (int k = 1; k <= loan.months(); k++) {
            long interest = (2 * left * rate + divisor) / (2 * divisor);
            long principal = k == loan.months() ? left : Math.min(left, amount - interest);
            left -= principal;
            LocalDate dueDate = loan.start().plusMonths(k);
            rows.add(new Row(dueDate, principal, interest, left));
        }
        return rows;
    }

    @Override
    public List<Row> rows(Loan loan) {
        return run(loan);
    }
}
