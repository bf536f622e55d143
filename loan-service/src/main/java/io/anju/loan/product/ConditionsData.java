package io.anju.loan.product;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.schedule.FirstPeriod;
import io.anju.kernel.schedule.SplitPeriod;
import io.anju.loan.product.model.Conditions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/**
 * The conditions of a tranche as JSON, the same over HTTP and in events; enums as lending-kernel names them.
 *
 * @param partCollection whether a debit may take what is there when that is less than the instalment
 * @param repricingDay from which day of the year a floating rate is fixed anew: 1 January, or the one of the payout
 */
@RegisterForReflection
public record ConditionsData(
        ConventionsData conventions,
        LateData late,
        PrepaymentData prepayment,
        boolean partCollection,
        RepricingDay repricingDay) {

    /** How interest is counted. */
    @RegisterForReflection
    public record ConventionsData(
            Frequency frequency, FirstPeriod firstPeriod, SplitPeriod splitPeriod, DayCount dayCount) {}

    /**
     * What paying late costs.
     *
     * @param multiplier of the contract rate, decimal as text
     * @param graceDays days after the last one in time
     * @param compound whether overdue interest bears interest at the penalty rate
     */
    @RegisterForReflection
    public record LateData(
            String multiplier, int graceDays, DayCount dayCount, boolean compound, HolidayRule holidays) {}

    /**
     * What repaying early asks for.
     *
     * @param minimum fen of principal; repaying everything has none
     * @param compensationMonths months from the start in which compensation is owed; 0: never
     * @param compensationShare of the principal repaid early, decimal fraction as text
     */
    @RegisterForReflection
    public record PrepaymentData(long minimum, int compensationMonths, String compensationShare) {}

    /** As JSON. */
    public static ConditionsData of(Conditions conditions) {
        var conventions = conditions.conventions();
        var late = conditions.late();
        var prepayment = conditions.prepayment();
        return new ConditionsData(
                new ConventionsData(
                        conventions.frequency(),
                        conventions.firstPeriod(),
                        conventions.splitPeriod(),
                        conventions.dayCount()),
                new LateData(
                        text(late.multiplier()),
                        late.graceDays(),
                        late.dayCount(),
                        late.compound(),
                        conditions.holidays()),
                new PrepaymentData(
                        prepayment.minimum(), prepayment.compensationMonths(), text(prepayment.compensationShare())),
                conditions.partCollection(),
                conditions.repricingDay());
    }

    private static String text(BigDecimal decimal) {
        return decimal.stripTrailingZeros().toPlainString();
    }
}
