package io.anju.kernel.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Several tranches repaid side by side, such as a provident-fund and a commercial part (组合贷款).
 *
 * <p>Tranches are never blended: each keeps its own rate, method, rounding and residue, and this only adds their rows up
 * by date. 600,000.00 yuan at 3.5 % and 400,000.00 at 2.6 % over 360 months cost 2,694.27 + 1,601.36 = 4,295.63 a
 * month; a million at the average of 3.14 % would cost 4,291.92.
 *
 * @param tranches in the order of the contract
 */
public record CombinedSchedule(List<RepaymentSchedule> tranches) {

    /**
     * What is paid on a date over all tranches, prepayments included, in fen.
     *
     * @param balance outstanding in all tranches after it
     */
    public record Row(LocalDate date, long principal, long interest, long balance) {

        /** What is paid in fen. */
        public long amount() {
            return principal + interest;
        }
    }

    /** Copies the list, which must not be empty. */
    public CombinedSchedule {
        if (tranches.isEmpty()) {
            throw new IllegalArgumentException("no tranche");
        }
        tranches = List.copyOf(tranches);
    }

    /** A row per date on which something is paid, in order. */
    public List<Row> rows() {
        TreeMap<LocalDate, long[]> sums = new TreeMap<>();
        for (RepaymentSchedule tranche : tranches) {
            for (Instalment paid : tranche.instalments()) {
                add(sums, paid.dueDate(), paid.principal(), paid.interest());
            }
            for (Prepaid paid : tranche.prepayments()) {
                add(sums, paid.date(), paid.principal(), paid.interest());
            }
        }
        List<Row> rows = new ArrayList<>(sums.size());
        long balance = principal();
        for (Map.Entry<LocalDate, long[]> entry : sums.entrySet()) {
            long principal = entry.getValue()[0];
            balance -= principal;
            rows.add(new Row(entry.getKey(), principal, entry.getValue()[1], balance));
        }
        return List.copyOf(rows);
    }

    private static void add(TreeMap<LocalDate, long[]> sums, LocalDate date, long principal, long interest) {
        long[] sum = sums.computeIfAbsent(date, _ -> new long[2]);
        sum[0] += principal;
        sum[1] += interest;
    }

    /** What is lent, fen. */
    public long principal() {
        return tranches.stream()
                .mapToLong(tranche -> tranche.terms().principal())
                .sum();
    }

    /** Interest over all tranches, fen. */
    public long totalInterest() {
        return tranches.stream().mapToLong(RepaymentSchedule::totalInterest).sum();
    }

    /** Everything that is paid, fen. */
    public long totalAmount() {
        return principal() + totalInterest();
    }
}
