package io.anju.identity.token.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant START = Instant.parse("2026-11-22T02:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(30);

    private final KeyRing one = new KeyRing(List.of()).with("first", START);

    @Test
    void theVeryFirstKeySignsAtOnce() {
        assertEquals("first", one.signer(START).orElseThrow().kid());
    }

    @Test
    void aNewKeyIsPublishedBeforeItSigns() {
        Instant rotation = START.plus(PERIOD);
        KeyRing two = one.with("second", rotation);

        assertEquals(List.of("first", "second"), published(two, rotation));
        assertEquals("first", two.signer(rotation).orElseThrow().kid());
        assertEquals(
                "second", two.signer(rotation.plus(KeyRing.LEAD)).orElseThrow().kid());
    }

    @Test
    void anOldKeyIsPublishedUntilItsLastTokenHasEnded() {
        Instant rotation = START.plus(PERIOD);
        KeyRing two = one.with("second", rotation);
        Instant lastSignature = rotation.plus(KeyRing.LEAD);

        assertEquals(List.of("first", "second"), published(two, lastSignature.plus(Duration.ofMinutes(10))));
        assertEquals(List.of("second"), published(two, lastSignature.plus(KeyRing.OVERLAP)));
    }

    @Test
    void someKeySignsAtEveryMomentOfASuccession() {
        KeyRing ring = one.with("second", START.plusSeconds(10)).with("third", START.plusSeconds(20));

        for (int second = 0; second < 3600; second++) {
            Instant now = START.plusSeconds(second);
            assertTrue(ring.signer(now).isPresent(), "at second " + second);
            assertTrue(
                    published(ring, now).contains(ring.signer(now).orElseThrow().kid()));
        }
    }

    @Test
    void rotationIsDueWhenTheNewestKeyIsOldEnough() {
        assertTrue(new KeyRing(List.of()).rotationDue(START, PERIOD));
        assertFalse(one.rotationDue(START.plus(PERIOD).minusSeconds(1), PERIOD));
        assertTrue(one.rotationDue(START.plus(PERIOD), PERIOD));
    }

    @Test
    void aStolenKeyNeitherSignsNorIsPublishedFromTheSameMomentOn() {
        KeyRing left = one.without("first", START.plusSeconds(7));

        assertEquals(List.of(), published(left, START.plusSeconds(7)));
        assertTrue(left.signer(START.plusSeconds(7)).isEmpty());
        assertEquals(
                "second",
                left.with("second", START.plusSeconds(7))
                        .signer(START.plusSeconds(7))
                        .orElseThrow()
                        .kid());
    }

    @Test
    void theSuccessorOfAStolenKeyDoesNotWaitForItsLead() {
        Instant rotation = START.plus(PERIOD);
        KeyRing left = one.with("second", rotation).without("first", rotation.plusSeconds(1));

        assertEquals(
                "second", left.signer(rotation.plusSeconds(1)).orElseThrow().kid());
        assertEquals(List.of("second"), published(left, rotation.plusSeconds(1)));
    }

    /** The one before is published no longer than the last token it signed, and is not made to sign again. */
    @Test
    void aStolenKeyIsNotFollowedByItsPredecessor() {
        Instant rotation = START.plus(PERIOD);
        Instant theft = rotation.plus(KeyRing.LEAD).plusSeconds(1);
        KeyRing left = one.with("second", rotation).without("second", theft);

        assertTrue(left.head(theft).isEmpty());
        assertEquals(
                "third", left.with("third", theft).signer(theft).orElseThrow().kid());
    }

    @Test
    void toWithdrawAKeyThatSignsNoMoreChangesNothingForTheOthers() {
        Instant rotation = START.plus(PERIOD);
        Instant later = rotation.plus(KeyRing.LEAD).plusSeconds(1);
        KeyRing two = one.with("second", rotation);

        KeyRing left = two.without("first", later);

        assertEquals(List.of("second"), published(left, later));
        assertEquals(two.signer(later), left.signer(later));
    }

    private static List<String> published(KeyRing ring, Instant now) {
        return ring.published(now).stream().map(KeyTimes::kid).toList();
    }
}
