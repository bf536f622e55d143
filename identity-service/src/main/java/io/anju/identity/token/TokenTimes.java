package io.anju.identity.token;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Holds the configured times against what the rest of the house relies on, before the first token is signed. */
class TokenTimes {

    /**
     * The longest life of an access token. A right that was taken away, a session that was ended and a signing key that was
     * replaced ({@code KeyRing.OVERLAP}) all count on it.
     */
    static final Duration ACCESS_MAX = Duration.ofMinutes(10);

    void check(@Observes StartupEvent event, TokenConfig config) {
        check(config.accessTokenTime());
    }

    /** @throws IllegalStateException when an access token would live longer than is said, or not at all */
    static void check(Duration accessTokenTime) {
        if (!accessTokenTime.isPositive() || accessTokenTime.compareTo(ACCESS_MAX) > 0) {
            throw new IllegalStateException("anju.identity.token.access-token-time is " + accessTokenTime
                    + "; an access token lives for " + ACCESS_MAX + " at most");
        }
    }
}
