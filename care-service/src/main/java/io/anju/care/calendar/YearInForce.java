package io.anju.care.calendar;

import io.anju.care.calendar.model.CalendarYear;
import io.anju.kernel.calendar.BusinessDays;
import java.util.Set;

/**
 * What holds of a year.
 *
 * @param announced whether every day off is known; else there may be more of them than are listed
 * @param calendar as it stands; its source is empty where the year is not announced
 */
public record YearInForce(boolean announced, CalendarYear calendar) {

    BusinessDays days() {
        return new BusinessDays(calendar.holidays(), Set.copyOf(calendar.makeUpDays()));
    }
}
