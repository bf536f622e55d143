package io.anju.loan.product.store;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.FirstPeriod;
import io.anju.kernel.schedule.SplitPeriod;
import io.anju.loan.product.model.Conditions;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

/** The conditions among a tranche's columns. */
@Embeddable
class ConditionColumns {

    @Enumerated(EnumType.STRING)
    Frequency frequency;

    @Enumerated(EnumType.STRING)
    @Column(name = "first_period")
    FirstPeriod firstPeriod;

    @Enumerated(EnumType.STRING)
    @Column(name = "split_period")
    SplitPeriod splitPeriod;

    @Enumerated(EnumType.STRING)
    @Column(name = "day_count")
    DayCount dayCount;

    @Column(name = "late_multiplier")
    BigDecimal lateMultiplier;

    @Column(name = "grace_days")
    int graceDays;

    @Enumerated(EnumType.STRING)
    @Column(name = "late_day_count")
    DayCount lateDayCount;

    @Column(name = "compound_interest")
    boolean compoundInterest;

    @Enumerated(EnumType.STRING)
    HolidayRule holidays;

    @Column(name = "prepayment_minimum")
    long prepaymentMinimum;

    @Column(name = "compensation_months")
    int compensationMonths;

    @Column(name = "compensation_share")
    BigDecimal compensationShare;

    @Column(name = "part_collection")
    boolean partCollection;

    @Enumerated(EnumType.STRING)
    @Column(name = "repricing_day")
    RepricingDay repricingDay;

    /** For Hibernate, which fills the fields. */
    @SuppressWarnings("NullAway.Init")
    ConditionColumns() {}

    Conditions toModel() {
        return new Conditions(
                new Conventions(frequency, firstPeriod, splitPeriod, dayCount),
                new LateRule(lateMultiplier.stripTrailingZeros(), graceDays, lateDayCount, compoundInterest),
                holidays,
                new Conditions.Prepayment(
                        prepaymentMinimum, compensationMonths, compensationShare.stripTrailingZeros()),
                partCollection,
                repricingDay);
    }
}
