package io.anju.repayment.collection.model;

import io.anju.kernel.arrears.LateRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** An overdue instalment added up day by day in decimals: the independent computation beside the one that is tested. */
final class LateDiary {

    private static final BigDecimal BILLED_AT = new BigDecimal("0.035");

    private final LateRule late;
    private final List<RateStep> steps;
    private LocalDate day;
    private long principal;
    private long interest;

    /** Sums of amount × rate for a day each, not yet divided by the days of a year. */
    private BigDecimal penaltyDays = BigDecimal.ZERO;

    private BigDecimal compoundDays = BigDecimal.ZERO;
    private long penaltyPaid;
    private long compoundPaid;

    LateDiary(long principal, long interest, LateRule late, List<RateStep> steps, LocalDate due) {
        this.principal = principal;
        this.interest = interest;
        this.late = late;
        this.steps = steps;
        this.day = due;
    }

    void reach(LocalDate date) {
        while (day.isBefore(date)) {
            BigDecimal rate = BILLED_AT;
            for (RateStep step : steps) {
                rate = step.date().isAfter(day) ? rate : step.rate().fraction();
            }
            BigDecimal penaltyRate = rate.multiply(late.multiplier());
            penaltyDays = penaltyDays.add(penaltyRate.multiply(BigDecimal.valueOf(principal)));
            compoundDays = compoundDays.add(penaltyRate.multiply(BigDecimal.valueOf(late.compound() ? interest : 0)));
            day = day.plusDays(1);
        }
    }

    long penalty() {
        return fen(penaltyDays) - penaltyPaid + fen(compoundDays) - compoundPaid;
    }

    long owed() {
        return penalty() + interest + principal;
    }

    /** Compound interest, penalty, interest, principal. */
    void pay(long amount) {
        long left = amount;
        long compound = Math.min(left, fen(compoundDays) - compoundPaid);
        left -= compound;
        long penalty = Math.min(left, fen(penaltyDays) - penaltyPaid);
        left -= penalty;
        long ofInterest = Math.min(left, interest);
        compoundPaid += compound;
        penaltyPaid += penalty;
        interest -= ofInterest;
        principal -= left - ofInterest;
    }

    private long fen(BigDecimal days) {
        return days.divide(BigDecimal.valueOf(late.dayCount().yearDays()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
