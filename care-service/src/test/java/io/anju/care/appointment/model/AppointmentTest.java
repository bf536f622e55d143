package io.anju.care.appointment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when an appointment can be cancelled, and on which day it is kept. */
class AppointmentTest {

    private static final Appointment.Booked BOOKED = new Appointment.Booked(new Visit(
            UUID.randomUUID(),
            "b",
            1,
            LocalDate.parse("2026-11-23"),
            LocalTime.of(9, 30),
            Matter.SIGNING,
            Optional.empty(),
            "ABCDEFGH"));

    @ParameterizedTest
    @CsvSource({"2026-11-22T23:59, true", "2026-11-23T09:29, true", "2026-11-23T09:30, false", "2026-11-24T00:00, false"
    })
    void isCancelledUntilItBegins(LocalDateTime now, boolean cancelled) {
        assertEquals(cancelled, BOOKED.cancel(now) instanceof Result.Ok);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, false", "2026-11-23, true", "2026-11-24, false"})
    void isKeptOnItsDay(LocalDate today, boolean kept) {
        assertEquals(kept, BOOKED.arrive(UUID.randomUUID(), today) instanceof Result.Ok);
    }
}
