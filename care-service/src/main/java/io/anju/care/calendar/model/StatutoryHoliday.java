package io.anju.care.calendar.model;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.stream.Stream;

/**
 * The holidays of every year, without which a calendar is not complete: 全国年节及纪念日放假办法, as of 1 January 2025. The
 * State Council's notice of a year adds days around them, never fewer.
 */
enum StatutoryHoliday {
    NEW_YEAR("元旦", 1, MonthDay.of(1, 1)),
    /** New Year's Eve of the lunar year and three days. */
    SPRING_FESTIVAL("春节", 4),
    QINGMING("清明节", 1),
    LABOUR_DAY("劳动节", 2, MonthDay.of(5, 1), MonthDay.of(5, 2)),
    DRAGON_BOAT("端午节", 1),
    MID_AUTUMN("中秋节", 1),
    NATIONAL_DAY("国庆节", 3, MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

    private final String title;
    private final int days;
    private final List<MonthDay> dates;

    StatutoryHoliday(String title, int days, MonthDay... dates) {
        this.title = title;
        this.days = days;
        this.dates = List.of(dates);
    }

    /** As notices name it. */
    String title() {
        return title;
    }

    /** How many days off it has at least. */
    int days() {
        return days;
    }

    /** Those of its days that are the same each year; none for a holiday of the lunar calendar. */
    Stream<LocalDate> datesIn(int year) {
        return dates.stream().map(date -> date.atYear(year));
    }
}
