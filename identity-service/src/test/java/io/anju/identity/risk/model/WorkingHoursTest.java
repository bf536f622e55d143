package io.anju.identity.risk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    @ParameterizedTest
    @CsvSource({
        "6, 22, 5, true",
        "6, 22, 6, false",
        "6, 22, 21, false",
        "6, 22, 22, true",
        "6, 22, 0, true",
        "0, 24, 0, false",
        "0, 24, 23, false",
    })
    void anHourIsOffBeforeTheyBeginAndFromWhenTheyEnd(int begin, int end, int hour, boolean off) {
        assertEquals(off, new WorkingHours(begin, end).off(hour));
    }

    @ParameterizedTest
    @CsvSource({"-1, 22", "22, 6", "6, 6", "6, 25"})
    void hoursThatAreNoneAreRefusedAtOnce(int begin, int end) {
        assertThrows(IllegalArgumentException.class, () -> new WorkingHours(begin, end));
    }
}
