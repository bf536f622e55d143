package io.anju.care.calendar.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.calendar.BusinessDays;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A calendar that knows how far it goes: all of 2026, and of 2027 one statutory holiday. */
class AnnouncedDaysTest {

    private static final BusinessDays DAYS =
            new BusinessDays(Set.of(LocalDate.parse("2026-10-01"), LocalDate.parse("2027-01-01")), Set.of());
    private static final AnnouncedDays CALENDAR = new AnnouncedDays(DAYS, Set.of(2026), false);

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, PUBLIC_HOLIDAY, false",
        "2026-12-31, ORDINARY, true",
        "2026-12-27, ORDINARY, false",
        "2027-01-01, PUBLIC_HOLIDAY, false",
        "2027-01-04, NOT_ANNOUNCED, false",
        "2025-12-31, NOT_ANNOUNCED, false",
    })
    void tellsAnOrdinaryDayFromOneOfWhichNothingIsKnown(LocalDate day, DayKind kind, boolean worked) {
        assertEquals(kind, CALENDAR.kindOf(day));
        assertEquals(worked, CALENDAR.isKnownBusinessDay(day));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-30, 32", "2026-12-31, 1", "2027-01-01, 0", "2025-12-31, 0"})
    void countsTheDaysItStillKnows(LocalDate today, long days) {
        assertEquals(days, CALENDAR.daysKnownFrom(today));
    }

    @Test
    void goesOnForEverInADevelopmentStack() {
        var openEnded = new AnnouncedDays(DAYS, Set.of(2026), true);

        assertEquals(DayKind.ORDINARY, openEnded.kindOf(LocalDate.parse("2051-03-01")));
        assertEquals(true, openEnded.isKnownBusinessDay(LocalDate.parse("2051-03-01")));
    }
}
