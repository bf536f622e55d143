package io.anju.repayment.loan.model;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.schedule.Conventions;
import java.math.BigDecimal;

/** Conditions for tests, with names. */
public final class SomeConditions {

    /** What loans from before were agreed on. */
    public static final Conditions USUAL = with(new LateRule(new BigDecimal("1.5"), 3, DayCount.ACT_360, true));

    private SomeConditions() {}

    /** The usual ones, another price for lateness. */
    public static Conditions with(LateRule rule) {
        return with(rule, RepricingDay.JANUARY);
    }

    /** The usual ones, another repricing day. */
    public static Conditions with(RepricingDay day) {
        return with(USUAL.late().rule(), day);
    }

    private static Conditions with(LateRule rule, RepricingDay day) {
        return new Conditions(
                Conventions.MONTHLY_ACT_360,
                new Conditions.Late(rule, HolidayRule.GRACE_MOVES),
                new Conditions.Prepayment(100_000, 0, BigDecimal.ZERO),
                true,
                day);
    }
}
