package io.anju.identity.alert.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertTest {

    private static final Instant NOW = Instant.parse("2026-11-29T02:00:00Z");
    private static final UUID CUSTOMER = new UUID(0, 1);
    private static final UUID LI = new UUID(0, 2);
    private static final UUID ZHOU = new UUID(0, 3);

    @Test
    void isOverdueFromItsTimeOnUntilItIsClosed() {
        var open = open(AlertKind.SIGN_IN_LOCKED);
        Instant due = NOW.plus(Duration.ofHours(24));

        assertFalse(open.overdue(due.minusMillis(1)));
        assertTrue(open.overdue(due));
        assertFalse(ok(ok(open.assign(LI, NOW)).close(LI, Finding.FALSE_ALARM, "nothing", due))
                .overdue(due));
    }

    @Test
    void onlyItsOwnerClosesIt() {
        var open = open(AlertKind.SIGN_IN_LOCKED);
        var assigned = ok(open.assign(LI, NOW));

        assertRefused("ALERT_NOT_YOURS", open.close(LI, Finding.FRAUD, "note", NOW));
        assertRefused("ALERT_NOT_YOURS", assigned.close(ZHOU, Finding.FRAUD, "note", NOW));
        assertEquals(
                ZHOU,
                ok(ok(assigned.assign(ZHOU, NOW)).close(ZHOU, Finding.FRAUD, "note", NOW))
                        .owner()
                        .orElseThrow());
    }

    @Test
    void aClosedOneStaysClosed() {
        var closed = ok(ok(open(AlertKind.ACT_DENIED).assign(LI, NOW)).close(LI, Finding.FRAUD, "note", NOW));

        assertRefused("ALERT_CLOSED_ALREADY", closed.assign(ZHOU, NOW));
        assertRefused("ALERT_CLOSED_ALREADY", closed.close(LI, Finding.FALSE_ALARM, "note", NOW));
    }

    @Test
    void oneAboutAHeldActIsClosedByDecidingOnThat() {
        var assigned = ok(open(AlertKind.ACT_HELD).assign(LI, NOW));

        assertRefused("ALERT_HOLD_UNDECIDED", assigned.close(LI, Finding.EXPLAINED, "note", NOW));
        assertEquals(
                "CLOSED", assigned.settle(ZHOU, Finding.EXPLAINED, "note", NOW).state());
    }

    @Test
    void nobodyLooksIntoTheirOwn() {
        assertRefused("ALERT_ABOUT_ONESELF", open(AlertKind.ACT_DENIED).assign(CUSTOMER, NOW));
    }

    private static Alert.Open open(AlertKind kind) {
        return new Alert.Open(Alert.Raised.now(new UUID(0, 9), kind, CUSTOMER, CUSTOMER, NOW));
    }

    private static <T> T ok(Result<T, AlertRefusal> result) {
        return switch (result) {
            case Result.Ok<T, AlertRefusal>(var value) -> value;
            case Result.Refused<T, AlertRefusal>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static void assertRefused(String code, Result<?, AlertRefusal> result) {
        assertTrue(result instanceof Result.Refused<?, AlertRefusal>(var refusal)
                && refusal.code().equals(code));
    }
}
