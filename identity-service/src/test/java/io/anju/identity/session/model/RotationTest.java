package io.anju.identity.session.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.model.ProofMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RotationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final byte[] DEVICE = {7};
    private static final Optional<String> OURS = Optional.of("our key");
    private static final Optional<String> THEIRS = Optional.of("another key");

    @Test
    void givesASuccessorForTheCurrentToken() {
        assertEquals(new Rotation.Advance(), decide(live(Optional.empty()), current(), NOW));
    }

    @Test
    void givesTheSameSuccessorAgainWithinTheGrace() {
        var shown = new Rotation.Shown(Optional.of(NOW), true, Optional.empty());

        assertEquals(new Rotation.Repeat(), decide(live(Optional.empty()), shown, NOW.plusSeconds(9)));
    }

    @Test
    void takesALateReturnForTheft() {
        var shown = new Rotation.Shown(Optional.of(NOW), true, Optional.empty());

        assertEquals(new Rotation.Reused(), decide(live(Optional.empty()), shown, NOW.plusSeconds(10)));
    }

    @Test
    void takesAnOlderTokenForTheftEvenAtOnce() {
        var shown = new Rotation.Shown(Optional.of(NOW), false, Optional.empty());

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

        assertEquals(new Rotation.Refuse(), decide(bound, current(), by("anju-app", new byte[] {8})));
        assertEquals(new Rotation.Refuse(), decide(bound, current(), by(Optional.empty())));
        assertEquals(new Rotation.Refuse(), decide(bound, current(), by("other-app", DEVICE)));
        assertEquals(new Rotation.Advance(), decide(bound, current(), by("anju-app", DEVICE)));
    }

    @Test
    void refusesAnotherKeyAndNoneWithoutEndingTheSessionHoweverOldTheTokenIs() {
        for (var superseded : List.of(Optional.<Instant>empty(), Optional.of(NOW), Optional.of(NOW.minusSeconds(60)))) {
            var shown = new Rotation.Shown(superseded, false, OURS);

            assertEquals(new Rotation.Refuse(), decide(live(), shown, by(THEIRS)));
            assertEquals(new Rotation.RefuseWithoutProof(), decide(live(), shown, by(Optional.empty())));
        }
    }

    @Test
    void takesAnOlderTokenForTheftWhenEvenTheKeyIsRight() {
        var shown = new Rotation.Shown(Optional.of(NOW.minusSeconds(1)), false, OURS);

        assertEquals(new Rotation.Reused(), decide(live(), shown, by(OURS)));
    }

    @Test
    void givesALostAnswerAgainToTheSameKey() {
        var shown = new Rotation.Shown(Optional.of(NOW.minusSeconds(1)), true, OURS);

        assertEquals(new Rotation.Repeat(), decide(live(), shown, by(OURS)));
    }

    @Test
    void takesATokenThatWasABearerTokenForStolenWhateverKeyComesWithIt() {
        var shown = new Rotation.Shown(Optional.of(NOW.minusSeconds(1)), false, Optional.empty());

        assertEquals(new Rotation.Reused(), decide(live(), shown, by(Optional.empty())));
        assertEquals(new Rotation.Reused(), decide(live(), shown, by(THEIRS)));
    }

    @Test
    void bindsABearerTokensSuccessorAndGivesNoneToAClientThatGetsNoBearerTokens() {
        var strict = new Rotation.Presenter("anju-app", List.of(), Optional.empty(), true);

        assertEquals(new Rotation.Advance(), decide(live(), current(), by(OURS)));
        assertEquals(new Rotation.RefuseWithoutProof(), decide(live(), current(), strict));
    }

    @Test
    void knowsTheDeviceByTheHashOfAnyLookUpKey() {
        var bound = live(Optional.of(DEVICE));
        var afterARotation =
                new Rotation.Presenter("anju-app", List.of(new byte[] {8}, DEVICE), Optional.empty(), false);

        assertEquals(new Rotation.Advance(), decide(bound, current(), afterARotation));
    }

    private static Rotation.Presenter by(String client, byte[] device) {
        return new Rotation.Presenter(client, List.of(device), Optional.empty(), false);
    }

    private static Rotation.Presenter by(Optional<String> key) {
        return new Rotation.Presenter("anju-app", List.of(), key, false);
    }

    private static Session.Live live() {
        return live(Optional.empty());
    }

    private static Rotation decide(Session session, Rotation.Shown shown, Rotation.Presenter by) {
        return Rotation.decide(session, shown, by, NOW);
    }

    private static Rotation decide(Session session, Rotation.Shown shown, Instant now) {
        return Rotation.decide(session, shown, by(Optional.empty()), now);
    }

    private static Rotation.Shown current() {
        return new Rotation.Shown(Optional.empty(), false, Optional.empty());
    }

    private static Session.Live live(Optional<byte[]> device) {
        var opening = new Session.Opening(
                new UUID(0, 1), new UUID(0, 2), "anju-app", ProofMethod.SMS, device, "phone", false, NOW);
        return new Session.Live(opening, NOW, NOW.plus(Duration.ofDays(90)));
    }
}
