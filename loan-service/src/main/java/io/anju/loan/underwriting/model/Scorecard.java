package io.anju.loan.underwriting.model;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * A transparent scorecard: points per attribute, 100 in all, and for each attribute the reason for the points lost.
 *
 * <p>Where the bureau has no report, what only it could say earns nothing.
 *
 * <p>It advises the officers; it never decides. A customer's own withdrawing or unlinking is no attribute.
 */
public final class Scorecard {

    /** Version of the bins and points below; an assessment keeps the one that it was made with. */
    public static final String VERSION = "2026-2";

    private Scorecard() {}

    /** Points of one attribute. */
    public record Line(String attribute, int points, int most) {

        /** Points that the attribute cost. */
        public int lost() {
            return most - points;
        }
    }

    /** The whole card. */
    public record Score(int points, List<Line> lines) {

        public Score {
            lines = List.copyOf(lines);
        }

        /** The attributes that cost points, dearest first. */
        public List<Line> reasons() {
            return lines.stream()
                    .filter(line -> line.lost() > 0)
                    .sorted(Comparator.comparingInt(Line::lost).reversed())
                    .toList();
        }
    }

    /** Fills in the card. */
    public static Score score(CaseFacts facts) {
        List<Line> lines = List.of(
                debtRatio(facts),
                loanToValue(facts),
                arrears(facts),
                inquiries(facts),
                employment(facts),
                reserves(facts));
        return new Score(lines.stream().mapToInt(Line::points).sum(), lines);
    }

    static Line debtRatio(CaseFacts facts) {
        BigDecimal ratio = facts.debtRatio();
        return new Line(
                "DEBT_TO_INCOME",
                below(ratio, "0.30") ? 30 : below(ratio, "0.40") ? 22 : below(ratio, "0.55") ? 12 : 0,
                30);
    }

    static Line loanToValue(CaseFacts facts) {
        BigDecimal ratio = facts.loanToValue();
        return new Line(
                "LOAN_TO_VALUE",
                below(ratio, "0.50") ? 20 : below(ratio, "0.70") ? 15 : below(ratio, "0.80") ? 8 : 3,
                20);
    }

    static Line arrears(CaseFacts facts) {
        int count = facts.overdueCount24m();
        return new Line("OVERDUE_24M", facts.noReport() != null ? 0 : count == 0 ? 20 : count <= 2 ? 10 : 0, 20);
    }

    static Line inquiries(CaseFacts facts) {
        int count = facts.inquiries6m();
        return new Line("INQUIRIES_6M", facts.noReport() != null ? 0 : count <= 2 ? 10 : count <= 5 ? 5 : 0, 10);
    }

    static Line employment(CaseFacts facts) {
        int months = facts.employedMonths();
        return new Line("EMPLOYED_MONTHS", months >= 36 ? 10 : months >= 12 ? 6 : 2, 10);
    }

    static Line reserves(CaseFacts facts) {
        long months = facts.housingInstalment() <= 0 ? 12 : facts.assets() / facts.housingInstalment();
        return new Line("RESERVES_MONTHS", months >= 12 ? 10 : months >= 3 ? 5 : 0, 10);
    }

    private static boolean below(BigDecimal ratio, String limit) {
        return ratio.compareTo(new BigDecimal(limit)) <= 0;
    }
}
