package io.anju.care.complaint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.calendar.BusinessDays;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates by which the law wants an answer; the days were counted on a printed calendar of 2026. */
class LegalClockTest {

    private static final Set<LocalDate> NATIONAL_DAY = LocalDate.parse("2026-10-01")
            .datesUntil(LocalDate.parse("2026-10-08"))
            .collect(Collectors.toSet());
    private static final BusinessDays CALENDAR =
            new BusinessDays(NATIONAL_DAY, Set.of(LocalDate.parse("2026-09-20"), LocalDate.parse("2026-10-10")));
    private static final LegalClock CLOCK = new LegalClock(15, 30, 30, CALENDAR);

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-11-17, 2026-12-02, 2027-01-01",
        "2026-11-06, 2026-11-23, 2026-12-07, 2027-01-05",
        "2026-09-16, 2026-10-08, 2026-10-16, 2026-11-16",
        "2026-09-25, 2026-10-10, 2026-10-26, 2026-11-24",
    })
    void countsFromReceiptAndMovesOffDaysOff(LocalDate received, LocalDate first, LocalDate complex, LocalDate more) {
        assertEquals(first, CLOCK.first(received));
        assertEquals(complex, CLOCK.complex(received));
        assertEquals(more, CLOCK.more(received));
    }
}
