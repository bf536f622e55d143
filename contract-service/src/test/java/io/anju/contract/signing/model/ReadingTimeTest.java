package io.anju.contract.signing.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTimeTest {
    private static final ReadingTime TIME = new ReadingTime(
            Instant.parse("2026-11-22T02:00:00Z"), Instant.parse("2026-11-22T02:10:00Z"), Duration.ofMinutes(2));

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T02:05:00Z, 60, true",
        // The device's clock is two minutes behind, or two minutes ahead.
        "2026-11-22T01:58:00Z, 60, true",
        "2026-11-22T02:11:00Z, 60, true",
        // Before the contract was written.
        "2026-11-22T01:57:59Z, 60, false",
        // Until after the answer.
        "2026-11-22T02:11:01Z, 60, false",
        "2026-11-22T02:05:00Z, 86400, false",
        "2026-11-22T02:12:01Z, 0, false",
        "+1000000000-12-31T23:59:59.999999999Z, 1, false",
        "-1000000000-01-01T00:00:00Z, 1, false"
    })
    void aClauseIsShownBetweenTheDraftAndTheAnswer(Instant shownAt, int seconds, boolean possible) {
        assertEquals(possible, TIME.holds(shownAt, seconds));
    }
}
