package io.anju.identity.verification.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.verification.model.DelayPolicy.Circumstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which accounts wait: hours since registration, since the newest passkey, since a recovery; -1 for none. */
class DelayPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Delay DAY = new Delay(Duration.ofHours(24), Duration.ofHours(48));

    @ParameterizedTest
    @CsvSource({
        "ALWAYS, 1, -1, -1, true",
        "YOUNG_CREDENTIALS, 720, 1, -1, true",
        "YOUNG_CREDENTIALS, 720, 71, -1, true",
        "YOUNG_CREDENTIALS, 720, 72, -1, false",
        "YOUNG_CREDENTIALS, 72, 1, -1, true",
        "YOUNG_CREDENTIALS, 71, 1, -1, false",
        "YOUNG_CREDENTIALS, 720, -1, 1, false",
        "AFTER_RECOVERY, 720, 100, 71, true",
        "AFTER_RECOVERY, 720, 100, 72, false",
        "AFTER_RECOVERY, 720, 1, -1, false",
        "AFTER_RECOVERY YOUNG_CREDENTIALS, 720, -1, 1, true",
        "AFTER_RECOVERY YOUNG_CREDENTIALS, 720, 1, -1, true",
        "AFTER_RECOVERY YOUNG_CREDENTIALS, 720, 100, 100, false",
    })
    void waitsInAnyOfItsCircumstances(String when, long account, long passkey, long recovery, boolean waits) {
        var policy = new DelayPolicy(
                DAY,
                Arrays.stream(when.split(" ")).map(Circumstance::valueOf).collect(Collectors.toSet()),
                Duration.ofHours(72));
        var credentials = new Credentials(NOW.minus(Duration.ofHours(account)), ago(passkey), ago(recovery));

        assertEquals(waits ? Optional.of(DAY) : Optional.empty(), policy.applies(credentials, NOW));
    }

    private static Optional<Instant> ago(long hours) {
        return hours < 0 ? Optional.empty() : Optional.of(NOW.minus(Duration.ofHours(hours)));
    }
}
