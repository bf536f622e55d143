package io.anju.identity.session.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.model.ProofMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RotationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final byte[] DEVICE = {7};

    @Test
    void givesASuccessorForTheCurrentToken() {
        assertEquals(new Rotation.Advance(), decide(live(Optional.empty()), current(), NOW));
    }

    @Test
    void givesTheSameSuccessorAgainWithinTheGrace() {
        var shown = new Rotation.Shown(Optional.of(NOW), true);

        assertEquals(new Rotation.Repeat(), decide(live(Optional.empty()), shown, NOW.plusSeconds(9)));
    }

    @Test
    void takesALateReturnForTheft() {
        var shown = new Rotation.Shown(Optional.of(NOW), true);

        assertEquals(new Rotation.Reused(), decide(live(Optional.empty()), shown, NOW.plusSeconds(10)));
    }

    @Test
    void takesAnOlderTokenForTheftEvenAtOnce() {
        var shown = new Rotation.Shown(Optional.of(NOW), false);

        assertEquals(new Rotation.Reused(), decide(live(Optional.empty()), shown, NOW.plusMillis(1)));
    }

    @Test
    void refusesAnEndedAndAnExpiredSession() {
        var live = live(Optional.empty());

        assertEquals(new Rotation.Refuse(), decide(live.end(Session.EndReason.SIGNED_OUT, NOW), current(), NOW));
        assertEquals(new Rotation.Refuse(), decide(live, current(), live.expiresAt()));
    }

    @Test
    void refusesAnotherDeviceAndAnotherClientWithoutEndingTheSession() {
        var bound = live(Optional.of(DEVICE));

        assertEquals(
                new Rotation.Refuse(), Rotation.decide(bound, current(), "anju-app", Optional.of(new byte[] {8}), NOW));
        assertEquals(new Rotation.Refuse(), Rotation.decide(bound, current(), "anju-app", Optional.empty(), NOW));
        assertEquals(new Rotation.Refuse(), Rotation.decide(bound, current(), "other-app", Optional.of(DEVICE), NOW));
        assertEquals(new Rotation.Advance(), Rotation.decide(bound, current(), "anju-app", Optional.of(DEVICE), NOW));
    }

    private static Rotation decide(Session session, Rotation.Shown shown, Instant now) {
        return Rotation.decide(session, shown, "anju-app", Optional.empty(), now);
    }

    private static Rotation.Shown current() {
        return new Rotation.Shown(Optional.empty(), false);
    }

    private static Session.Live live(Optional<byte[]> device) {
        var opening =
                new Session.Opening(new UUID(0, 1), new UUID(0, 2), "anju-app", ProofMethod.SMS, device, "phone", NOW);
        return new Session.Live(opening, NOW, NOW.plus(Duration.ofDays(90)));
    }
}
