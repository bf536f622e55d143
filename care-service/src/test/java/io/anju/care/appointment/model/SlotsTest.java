package io.anju.care.appointment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.care.calendar.model.AnnouncedDays;
import io.anju.kernel.calendar.BusinessDays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a branch can be visited; Monday is 2026-11-23. */
class SlotsTest {

    private static final LocalDateTime SUNDAY = LocalDateTime.parse("2026-11-22T12:00");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

    @Test
    void cutsTheDayIntoHalfHours() {
        var times = slots("09:00", "10:45", SUNDAY).on(MONDAY);

        assertEquals(List.of(LocalTime.of(9, 0), LocalTime.of(9, 30), LocalTime.of(10, 0)), times);
    }

    @Test
    void endsWhereTheDayEnds() {
        assertEquals(47, slots("00:00", "23:59", SUNDAY).on(MONDAY).size());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 0",
        "2026-11-22, 0",
        "2026-11-23, 2",
        "2026-12-21, 2",
        "2026-12-23, 0",
    })
    void offersWorkingDaysWithinThirtyDays(LocalDate day, int offered) {
        assertEquals(offered, slots("09:00", "10:00", SUNDAY).on(day).size());
    }

    @Test
    void offersMakeUpDaysAndNoHolidays() {
        var calendar = known(new BusinessDays(Set.of(MONDAY), Set.of(LocalDate.parse("2026-11-28"))));
        var slots = new Slots(branch("09:00", "10:00"), calendar, SUNDAY);

        assertEquals(0, slots.on(MONDAY).size());
        assertEquals(2, slots.on(LocalDate.parse("2026-11-28")).size());
    }

    // Thursday 31 December and Monday 4 January are working days, as far as weekends go.
    @Test
    void offersNothingWhereNobodyKnowsTheDaysOff() {
        var slots = slots("09:00", "10:00", LocalDateTime.parse("2026-12-20T12:00"));

        assertEquals(2, slots.on(LocalDate.parse("2026-12-31")).size());
        assertEquals(0, slots.on(LocalDate.parse("2027-01-04")).size());
    }

    @Test
    void offersNothingThatHasBegun() {
        var slots = slots("09:00", "10:30", MONDAY.atTime(9, 30));

        assertEquals(List.of(LocalTime.of(10, 0)), slots.on(MONDAY));
    }

    @Test
    void offersNothingBetweenTwoSlots() {
        assertFalse(slots("09:00", "10:00", SUNDAY).offer(MONDAY, LocalTime.of(9, 15)));
    }

    private static Slots slots(String opens, String closes, LocalDateTime now) {
        return new Slots(branch(opens, closes), known(BusinessDays.WEEKENDS), now);
    }

    private static AnnouncedDays known(BusinessDays days) {
        return new AnnouncedDays(days, Set.of(2026), false);
    }

    private static Branch branch(String opens, String closes) {
        return new Branch("b", "支行", "Branch", "地址", "Address", LocalTime.parse(opens), LocalTime.parse(closes), 2);
    }
}
