package io.anju.identity.proof.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.model.ProofRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsCodeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final byte[] RIGHT = {1, 2, 3};
    private static final byte[] WRONG = {1, 2, 4};

    private final SmsCode.Pending sent = new SmsCode.Pending(new UUID(0, 1), RIGHT, NOW.plus(SmsCode.LIFETIME), 0);

    @Test
    void isUsedUpByTheRightCode() {
        SmsCode.Attempt attempt = sent.attempt(RIGHT, NOW);

        assertTrue(attempt.refusal().isEmpty());
        assertInstanceOf(SmsCode.Used.class, attempt.after());
    }

    @Test
    void provesNothingASecondTime() {
        SmsCode used = sent.attempt(RIGHT, NOW).after();

        assertEquals(
                Optional.of(new ProofRefusal.Spent()), used.attempt(RIGHT, NOW).refusal());
    }

    @Test
    void countsDownAndIsSpentAtTheFifthWrongCode() {
        SmsCode code = sent;
        for (int left = 4; left >= 0; left--) {
            SmsCode.Attempt attempt = code.attempt(WRONG, NOW);
            assertEquals(Optional.of(new ProofRefusal.Wrong(left)), attempt.refusal());
            code = attempt.after();
        }
        assertEquals(
                Optional.of(new ProofRefusal.Spent()), code.attempt(RIGHT, NOW).refusal());
    }

    @Test
    void expiresAfterFiveMinutesWithoutCostingATry() {
        SmsCode.Attempt late = sent.attempt(RIGHT, NOW.plus(Duration.ofMinutes(5)));

        assertEquals(Optional.of(new ProofRefusal.Expired(sent.expiresAt())), late.refusal());
        assertEquals(sent, late.after());
    }

    @ParameterizedTest
    @CsvSource({
        "  59, 0, 0, SMS_SENT_JUST_NOW",
        "  60, 1, 1, ''",
        "3600, 4, 9, ''",
        "3600, 5, 0, SMS_CAP_REACHED",
        "3600, 0, 10, SMS_CAP_REACHED",
    })
    void sendsWithinTheCaps(long secondsAgo, int toPhone, int fromAddress, String refusal) {
        var caps = new SendingCaps(Duration.ofSeconds(60), 5, 10);
        var before = new SendingCaps.Sent(Optional.of(NOW.minusSeconds(secondsAgo)), toPhone, fromAddress);

        assertEquals(refusal, caps.refuse(before, NOW).map(ProofRefusal::code).orElse(""));
    }
}
