package io.anju.kit.time;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The dates that people can mean: from 1900-01-01 to 2199-12-31. {@link LocalDate} knows many more, with which no calendar
 * computes and which no database keeps.
 */
public final class CivilDates {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private CivilDates() {}

    public static boolean contain(LocalDate date) {
        return !date.isBefore(FIRST) && !date.isAfter(LAST);
    }

    /**
     * A date as ISO 8601 writes it.
     *
     * @throws DateTimeException when it is none of these
     */
    public static LocalDate parse(String text) {
        var date = LocalDate.parse(text);
        if (!contain(date)) {
            throw new DateTimeException("no date that people mean");
        }
        return date;
    }
}
