package io.anju.bench.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The limit: doubles in arrays that are used again, dates as day numbers, no object per row and no exactness. */
final class Limit implements Contender {

    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS_IN = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int DAYS_TO_1970 = 719_162;

    private final int[] due = new int[Loan.MONTHS];
    private final long[] principal = new long[Loan.MONTHS];
    private final long[] interest = new long[Loan.MONTHS];
    private final long[] balance = new long[Loan.MONTHS];

    @Override
    public Object run(Loan loan) {
        double rate = loan.rate().doubleValue() / 12;
        long left = loan.principal();
        long amount = Math.round(left * rate / (1 - Math.pow(1 + rate, -loan.months())));
        int year = loan.start().getYear();
        int month = loan.start().getMonthValue() - 1;
        int day = loan.start().getDayOfMonth();
        for (int k = 0; k < loan.months(); k++) {
            if (++month == 12) {
                month = 0;
                year++;
            }
            long part = (long) (left * rate + 0.5);
            long repaid = k == loan.months() - 1 ? left : Math.min(left, amount - part);
            left -= repaid;
            due[k] = epochDay(year, month, day);
            interest[k] = part;
            principal[k] = repaid;
            balance[k] = left;
        }
        return balance;
    }

    private static int epochDay(int year, int month, int day) {
        int before = year - 1;
        int leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0) ? 1 : 0;
        int days = Math.min(day, DAYS_IN[month] + (month == 1 ? leap : 0));
        int ofYear = DAYS_BEFORE[month] + (month > 1 ? leap : 0) + days - 1;
        return before * 365 + before / 4 - before / 100 + before / 400 - DAYS_TO_1970 + ofYear;
    }

    @Override
    public List<Row> rows(Loan loan) {
        var unused = run(loan);
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < loan.months(); k++) {
            rows.add(new Row(LocalDate.ofEpochDay(due[k]), principal[k], interest[k], balance[k]));
        }
        return rows;
    }
}
