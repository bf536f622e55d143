package io.anju.loan.product.model;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.schedule.Conventions;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tranche agrees on beside its price (贷款条件): how its interest is counted, what lateness and repaying early cost.
 *
 * <p>Data of the product version. They are copied with the approval, printed in the contract and kept with the loan account,
 * so that a later version of the product changes no loan that exists.
 *
 * @param late what paying late costs, and after which grace
 * @param holidays what a due date on a public holiday does
 * @param partCollection whether a debit may take what is there when that is less than the instalment
 * @param repricingDay from which day of the year a floating rate's repricing days are counted
 */
public record Conditions(
        Conventions conventions,
        LateRule late,
        HolidayRule holidays,
        Prepayment prepayment,
        boolean partCollection,
        RepricingDay repricingDay) {

    /** Those of every product and approval from before conditions were data. */
    public static final Conditions DEFAULT = new Conditions(
            Conventions.MONTHLY_ACT_360,
            new LateRule(new BigDecimal("1.5"), 3, DayCount.ACT_360, true),
            HolidayRule.GRACE_MOVES,
            new Prepayment(100_000, 0, BigDecimal.ZERO),
            true,
            RepricingDay.JANUARY);

    /**
     * All is there but perhaps the repricing day, which approvals from before it was agreed on do not have: 1 January.
     *
     * @param repricingDay null where an approval from before is read
     */
    public Conditions(
            Conventions conventions,
            LateRule late,
            HolidayRule holidays,
            Prepayment prepayment,
            boolean partCollection,
            @Nullable RepricingDay repricingDay) {
        this.conventions = conventions;
        this.late = late;
        this.holidays = holidays;
        this.prepayment = prepayment;
        this.partCollection = partCollection;
        this.repricingDay = Objects.requireNonNullElse(repricingDay, RepricingDay.JANUARY);
    }

    /**
     * What repaying principal early asks for.
     *
     * @param minimum fen of principal; repaying everything has none
     * @param compensationMonths months from the start of the loan in which compensation is owed; 0: never
     * @param compensationShare compensation as a share of the principal repaid early, decimal fraction
     */
    public record Prepayment(long minimum, int compensationMonths, BigDecimal compensationShare) {}
}
