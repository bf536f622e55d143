package io.anju.kernel.arrears;

import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.rate.Interest;
import java.time.LocalDate;

/**
 * What an overdue instalment owes besides itself on a day; amounts in fen.
 *
 * <p>Worked example at 3.5 %, penalty rate 5.25 %: principal 1,573.78 and interest 2,916.67 were due on 20 January and are
 * paid on 30 January, 10 days late. Penalty 1,573.78 × 5.25 % × 10 / 360 = 2.30; compound interest
 * 2,916.67 × 5.25 % × 10 / 360 = 4.25.
 *
 * @param daysLate 0 in time or within grace
 * @param penalty on the overdue principal (罚息)
 * @param compound on the overdue interest (复利); penalties bear none
 */
public record LateCharge(int daysLate, long penalty, long compound) {

    /** Both together. */
    public long total() {
        return penalty + compound;
    }

    /**
     * The charge on what has been unpaid since the due date; for an instalment paid in parts, ask once per part.
     *
     * @param principal overdue, fen
     * @param interest overdue, fen
     * @param penaltyRate {@link LateRule#penaltyRate}
     */
    public static LateCharge on(
            LocalDate date, LocalDate dueDate, long principal, long interest, AnnualRate penaltyRate, LateRule rule) {
        int days = rule.daysLate(dueDate, date);
        return new LateCharge(
                days,
                Interest.forDays(principal, penaltyRate, days, rule.dayCount()),
                rule.compound() ? Interest.forDays(interest, penaltyRate, days, rule.dayCount()) : 0);
    }
}
