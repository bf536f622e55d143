package io.anju.identity.token;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.token.model.KeyRing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An access token lives for ten minutes at most (design 03). */
class TokenTimesTest {

    @Test
    void takesUpToTenMinutes() {
        assertDoesNotThrow(() -> TokenTimes.check(Duration.ofMinutes(10)));
        assertDoesNotThrow(() -> TokenTimes.check(Duration.ofSeconds(1)));
    }

    @Test
    void doesNotStartWithMoreNorWithNone() {
        assertThrows(
                IllegalStateException.class,
                () -> TokenTimes.check(Duration.ofMinutes(10).plusSeconds(1)));
        assertThrows(IllegalStateException.class, () -> TokenTimes.check(Duration.ZERO));
    }

    @Test
    void anOldSigningKeyIsPublishedForLongerThanItsLastTokenLives() {
        assertTrue(KeyRing.OVERLAP.compareTo(TokenTimes.ACCESS_MAX) > 0);
    }
}
