package io.anju.kernel.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    @ParameterizedTest
    @CsvSource({
        "ACT_360, 2026-03-07, 2026-04-20, 44",
        "ACT_365, 2026-03-07, 2026-04-20, 44",
        "THIRTY_360, 2026-03-07, 2026-04-20, 43",
        "ACT_360, 2028-02-01, 2028-03-01, 29",
        "ACT_365, 2028-01-01, 2029-01-01, 366",
        "THIRTY_360, 2028-01-01, 2029-01-01, 360",
        "THIRTY_360, 2026-01-31, 2026-03-31, 60",
        "THIRTY_360, 2026-01-31, 2026-02-28, 28",
        "THIRTY_360, 2026-02-28, 2026-03-31, 32",
        "ACT_360, 2026-05-05, 2026-05-05, 0",
        "THIRTY_360, 2026-05-05, 2026-05-05, 0"
    })
    void countsDays(DayCount count, LocalDate from, LocalDate to, int days) {
        assertEquals(days, count.days(from, to));
    }

    @Test
    void noDaysBackwards() {
        LocalDate day = LocalDate.parse("2026-01-02");
        for (DayCount count : DayCount.values()) {
            assertThrows(IllegalArgumentException.class, () -> count.days(day, day.minusDays(1)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2026-01-31, 31, 2, 2026-02-28",
        "MONTHLY, 2026-01-31, 31, 3, 2026-03-31",
        "MONTHLY, 2026-02-28, 31, 2, 2026-03-31",
        "MONTHLY, 2026-02-28, 28, 2, 2026-03-28",
        "MONTHLY, 2026-01-30, 30, 26, 2028-02-29",
        "MONTHLY, 2026-12-22, 22, 360, 2056-11-22",
        "MONTHLY, 2026-12-22, 22, 0, 2026-11-22",
        "QUARTERLY, 2026-11-30, 30, 2, 2027-02-28",
        "QUARTERLY, 2026-11-30, 30, 3, 2027-05-30",
        "FORTNIGHTLY, 2026-12-22, 22, 3, 2027-01-19"
    })
    void dueDatesReturnToTheirDayAfterAShortMonth(
            Frequency frequency, LocalDate first, int dueDay, int number, LocalDate due) {
        assertEquals(due, new DueDates(first, dueDay, frequency).of(number));
    }

    @Test
    void aFirstDateOffTheDueDayIsNone() {
        LocalDate first = LocalDate.parse("2026-04-20");
        assertThrows(IllegalArgumentException.class, () -> new DueDates(first, 21, Frequency.MONTHLY));
        assertThrows(IllegalArgumentException.class, () -> new DueDates(first, 0, Frequency.MONTHLY));
    }

    @Test
    void holidaysAndMakeUpDays() {
        BusinessDays national = new BusinessDays(
                LocalDate.parse("2026-10-01")
                        .datesUntil(LocalDate.parse("2026-10-08"))
                        .collect(Collectors.toSet()),
                Set.of(LocalDate.parse("2026-10-10")));
        LocalDate holiday = LocalDate.parse("2026-10-03");
        assertEquals(LocalDate.parse("2026-10-08"), national.onOrAfter(holiday));
        assertTrue(national.isBusinessDay(LocalDate.parse("2026-10-10")));
        assertFalse(BusinessDays.WEEKENDS.isBusinessDay(LocalDate.parse("2026-10-10")));
        assertEquals(holiday, HolidayRule.NOTHING_MOVES.lastDayInTime(holiday, national));
        assertEquals(LocalDate.parse("2026-10-08"), HolidayRule.GRACE_MOVES.lastDayInTime(holiday, national));
        assertEquals(holiday, HolidayRule.GRACE_MOVES.interestUntil(holiday, national));
        assertEquals(LocalDate.parse("2026-10-08"), HolidayRule.DUE_DATE_MOVES.interestUntil(holiday, national));
    }

    /** 26 fortnights a year: thirty years are 780, and a quarter of one is six. */
    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 360, 360",
        "QUARTERLY, 360, 120",
        "FORTNIGHTLY, 360, 780",
        "FORTNIGHTLY, 12, 26",
        "FORTNIGHTLY, 3, 6"
    })
    void aTermInMonthsHasSoManyInstalments(Frequency frequency, int months, int instalments) {
        assertEquals(instalments, frequency.instalments(months));
        assertEquals(months, frequency.months(instalments));
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, 2026-11-07, 20, 2026-12-20",
        "MONTHLY, 2027-01-31, 31, 2027-02-28",
        "FORTNIGHTLY, 2026-11-07, 20, 2026-11-21"
    })
    void theFirstInstalmentFallsOnTheDueDayOfTheNextMonthOrAFortnightLater(
            Frequency frequency, LocalDate start, int dueDay, LocalDate first) {
        assertEquals(first, DueDates.firstAfter(start, dueDay, frequency));
    }
}
