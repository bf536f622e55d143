package io.anju.care.appointment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A branch whose appointments can be kept. */
class BranchTest {

    @ParameterizedTest
    @CsvSource({
        "09:00, 17:00, 2, true",
        "08:30, 16:45, 100, true",
        "08:45, 17:00, 2, false",
        "09:00:30, 17:00, 2, false",
        "09:00, 17:00, 101, false",
    })
    void opensAtTheFullOrHalfHourAndHasRoomForItsCounters(String opens, String closes, int counters, boolean kept) {
        assertEquals(kept, branch(opens, closes, counters).flaw().isEmpty());
    }

    @Test
    void servesSomebody() {
        assertThrows(IllegalArgumentException.class, () -> branch("17:00", "09:00", 2));
        assertThrows(IllegalArgumentException.class, () -> branch("09:00", "17:00", 0));
    }

    private static Branch branch(String opens, String closes, int counters) {
        return new Branch(
                "b", "支行", "Branch", "地址", "Address", LocalTime.parse(opens), LocalTime.parse(closes), counters);
    }
}
