package io.anju.contract.registration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the registry is asked. */
class PatienceTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(10), Duration.ofHours(1));

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT10S",
        "PT1M, PT10S",
        "PT100S, PT10S",
        "PT10M, PT1M",
        "PT1H, PT6M",
        "PT10H, PT1H",
        "PT720H, PT1H"
    })
    void asksLessOftenTheLongerItTakes(Duration waited, Duration pause) {
        assertEquals(pause, PATIENCE.pause(waited));
    }

    // 30 working days are 42 days; at one question every ten seconds they would be 362,880.
    @Test
    void asksAboutAThousandTimesInThirtyWorkingDays() {
        Duration waited = Duration.ZERO;
        int questions = 0;
        while (waited.compareTo(Duration.ofDays(42)) < 0) {
            waited = waited.plus(PATIENCE.pause(waited));
            questions++;
        }

        assertTrue(questions > 900 && questions < 1200, "questions: " + questions);
    }

    @Test
    void neverPausesForLongerThanItsLongest() {
        assertThrows(IllegalArgumentException.class, () -> new Patience(Duration.ofHours(2), Duration.ofHours(1)));
    }
}
