package io.anju.identity.proof.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.model.ProofRefusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureCountTest {

    private static final Instant LAST = Instant.parse("2026-11-22T02:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, 0, ''", "2, 0, ''",
        "3, 0, SLOWED_DOWN", "3, 1, ''",
        "4, 1, SLOWED_DOWN", "4, 2, ''",
        "9, 63, SLOWED_DOWN", "9, 64, ''",
        "10, 1799, LOCKED_OUT", "10, 1800, ''",
        "50, 1799, LOCKED_OUT",
    })
    void slowsDownThenLocks(int failures, long secondsLater, String refusal) {
        var count = new FailureCount(failures, LAST);

        assertEquals(
                refusal,
                count.refuse(LAST.plusSeconds(secondsLater))
                        .map(ProofRefusal::code)
                        .orElse(""));
    }

    @Test
    void forgetsAfterADayWithoutFailure() {
        var count = new FailureCount(7, LAST);

        assertEquals(8, count.again(LAST.plus(Duration.ofHours(23))).failures());
        assertEquals(1, count.again(LAST.plus(Duration.ofHours(24))).failures());
    }

    @Test
    void neverMakesAnybodyWaitLongerThanTheLock() {
        for (int failures = 1; failures < 200; failures++) {
            var count = new FailureCount(failures, LAST);
            assertTrue(count.refuse(LAST.plus(FailureCount.LOCKED_FOR)).isEmpty(), "after " + failures);
        }
    }
}
