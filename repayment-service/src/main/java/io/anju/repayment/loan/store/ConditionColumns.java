package io.anju.repayment.loan.store;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.calendar.HolidayRule;
import io.anju.kernel.rate.RepricingDay;
import io.anju.kernel.schedule.Conventions;
import io.anju.kernel.schedule.FirstPeriod;
import io.anju.kernel.schedule.SplitPeriod;
import io.anju.repayment.loan.model.Conditions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** The columns of loan that hold its conditions: written when it is opened, never again. */
final class ConditionColumns {

    private ConditionColumns() {}

    static Conditions read(Row row) {
        return new Conditions(
                new Conventions(
                        Frequency.valueOf(row.getString("frequency")),
                        FirstPeriod.valueOf(row.getString("first_period")),
                        SplitPeriod.valueOf(row.getString("split_period")),
                        DayCount.valueOf(row.getString("day_count"))),
                new Conditions.Late(
                        new LateRule(
                                row.getBigDecimal("late_multiplier"),
                                row.getInteger("late_grace_days"),
                                DayCount.valueOf(row.getString("late_day_count")),
                                row.getBoolean("late_compound")),
                        HolidayRule.valueOf(row.getString("holidays"))),
                new Conditions.Prepayment(
                        row.getLong("prepayment_minimum"),
                        row.getInteger("compensation_months"),
                        row.getBigDecimal("compensation_share")),
                row.getBoolean("part_collection"),
                RepricingDay.valueOf(row.getString("repricing_day")));
    }

    /** Adds them in the order in which a loan is opened. */
    static Tuple addTo(Tuple values, Conditions conditions) {
        Conventions conventions = conditions.conventions();
        LateRule late = conditions.late().rule();
        Conditions.Prepayment prepayment = conditions.prepayment();
        return values.addString(conventions.frequency().name())
                .addString(conventions.firstPeriod().name())
                .addString(conventions.splitPeriod().name())
                .addString(conventions.dayCount().name())
                .addBigDecimal(late.multiplier())
                .addShort((short) late.graceDays())
                .addString(late.dayCount().name())
                .addBoolean(late.compound())
                .addString(conditions.late().holidays().name())
                .addLong(prepayment.minimum())
                .addShort((short) prepayment.compensationMonths())
                .addBigDecimal(prepayment.compensationShare())
                .addBoolean(conditions.partCollection())
                .addString(conditions.repricingDay().name());
    }
}
