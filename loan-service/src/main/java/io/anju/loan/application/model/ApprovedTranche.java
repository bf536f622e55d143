package io.anju.loan.application.model;

import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentSchedule;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.loan.product.model.Conditions;
import io.anju.loan.product.model.RateBasis;
import io.anju.loan.product.model.TrancheKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A tranche with its price.
 *
 * @param principal fen
 * @param interestOnlyMonths of the term, at its start, in which interest alone is paid; 0 where the method has none
 * @param annualRate decimal fraction, by the reference rate in force on the day of approval
 * @param spread decimal fraction added to the reference rate, fixed for the life of the contract
 * @param ratePeriodMonths repricing cycle: 3, 6 or 12
 * @param conditions those of the product version, agreed on for the life of the loan
 */
public record ApprovedTranche(
        TrancheKind kind,
        long principal,
        int months,
        Method method,
        int interestOnlyMonths,
        BigDecimal annualRate,
        BigDecimal spread,
        int ratePeriodMonths,
        RateBasis rateBasis,
        Conditions conditions) {

    /** An approval that was kept before conditions were data has none written down: those of its day are the default. */
    public ApprovedTranche {
        conditions = Objects.requireNonNullElse(conditions, Conditions.DEFAULT);
    }

    /** How often its instalments fall due. */
    public Frequency frequency() {
        return conditions.conventions().frequency();
    }

    /**
     * What it would repay were it paid out on a day, first due as its order would say.
     *
     * @param dueDay 1 to 31
     */
    public RepaymentTerms terms(LocalDate start, int dueDay) {
        return terms(start, dueDay, method, interestOnlyMonths);
    }

    /**
     * What the dearest month of its plan costs, fen: of equal instalments and equal principal the first whole one that
     * repays, since the last one's residue is rounding. Months of interest alone are no measure of what a borrower can
     * bear. A bullet's last instalment is not paid from a month's income: what counts is what would have to be put aside
     * for it each month, the equal instalment over its term. Fortnights are turned into a month, 26 in twelve.
     *
     * @param day on which it would start
     */
    public long dearestMonth(LocalDate day) {
        Method counted = method == Method.BULLET ? Method.EQUAL_INSTALMENT : method;
        RepaymentTerms whole = terms(day, day.getDayOfMonth(), counted, interestOnlyMonths);
        long dearest = RepaymentSchedule.of(whole)
                .instalments()
                .get(whole.interestOnly())
                .amount();
        return frequency() == Frequency.FORTNIGHTLY ? Math.ceilDiv(Math.multiplyExact(dearest, 26), 12) : dearest;
    }

    private RepaymentTerms terms(LocalDate start, int dueDay, Method repaid, int interestOnly) {
        return new RepaymentTerms(
                principal,
                AnnualRate.of(annualRate),
                frequency().instalments(months),
                repaid,
                frequency().instalments(interestOnly),
                start,
                DueDates.firstAfter(start, dueDay, frequency()),
                dueDay,
                conditions.conventions());
    }
}
