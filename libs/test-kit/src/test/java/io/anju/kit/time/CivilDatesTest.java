package io.anju.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CivilDatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2026-11-22", "2199-12-31"})
    void takesADateThatPeopleMean(String text) {
        assertEquals(LocalDate.parse(text), CivilDates.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2200-01-01", "-0001-01-01", "+999999999-12-31", "22.11.2026", ""})
    void takesNoOther(String text) {
        assertThrows(DateTimeException.class, () -> CivilDates.parse(text));
    }

    @Test
    void saysNothingOfADateThatIsMissing() {
        var check = new CivilDate.Check();

        assertTrue(check.isValid(null, null));
        assertFalse(check.isValid(LocalDate.MAX, null));
    }
}
