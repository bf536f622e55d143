package io.anju.repayment.disbursement.events;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.FirstPeriod;
import io.anju.kernel.schedule.SplitPeriod;
import io.anju.repayment.loan.model.Conditions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a tranche as they are told: those that were approved and are printed in the contract.
 *
 * @param repricingDay absent in messages from before it was agreed on: 1 January then
 */
@RegisterForReflection
record OrderedConditions(
        Counted conventions,
        Late late,
        Prepayment prepayment,
        boolean partCollection,
        @Nullable RepricingDay repricingDay) {

    /** How interest is counted. */
    @RegisterForReflection
    record Counted(Frequency frequency, FirstPeriod firstPeriod, SplitPeriod splitPeriod, DayCount dayCount) {}

    /** @param multiplier of the contract rate */
    @RegisterForReflection
    record Late(BigDecimal multiplier, int graceDays, DayCount dayCount, boolean compound, HolidayRule holidays) {}

    /**
     * @param minimum fen
     * @param compensationMonths from the start
     * @param compensationShare decimal fraction of the principal repaid early
     */
    @RegisterForReflection
    record Prepayment(long minimum, int compensationMonths, BigDecimal compensationShare) {}

    /** The same as the loan keeps it. */
    Conditions agreed() {
        return new Conditions(
                new Conventions(
                        conventions.frequency, conventions.firstPeriod, conventions.splitPeriod, conventions.dayCount),
                new Conditions.Late(
                        new LateRule(late.multiplier, late.graceDays, late.dayCount, late.compound), late.holidays),
                new Conditions.Prepayment(
                        prepayment.minimum, prepayment.compensationMonths, prepayment.compensationShare),
                partCollection,
                Objects.requireNonNullElse(repricingDay, RepricingDay.JANUARY));
    }
}
