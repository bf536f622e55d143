package io.anju.kernel.calendar;

import java.time.LocalDate;

/**
 * What a due date on a public holiday does: a product parameter.
 *
 * <p>民法典 第二百零三条: 期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日。
 */
public enum HolidayRule {

    /** Nothing moves: the contract says the date, whatever day it is. */
    NOTHING_MOVES,

    /** A payment on the next business day is in time; interest still runs to the due date only. */
    GRACE_MOVES,

    /** The due date itself moves for this instalment, and the days' interest with it. */
    DUE_DATE_MOVES;

    /** Last day on which paying the instalment due on that date is in time, before any days of grace. */
    public LocalDate lastDayInTime(LocalDate dueDate, BusinessDays calendar) {
        return switch (this) {
            case NOTHING_MOVES -> dueDate;
            case GRACE_MOVES, DUE_DATE_MOVES -> calendar.onOrAfter(dueDate);
        };
    }

    /** Day to which the interest of the period runs. */
    public LocalDate interestUntil(LocalDate dueDate, BusinessDays calendar) {
        return switch (this) {
            case NOTHING_MOVES, GRACE_MOVES -> dueDate;
            case DUE_DATE_MOVES -> calendar.onOrAfter(dueDate);
        };
    }
}
