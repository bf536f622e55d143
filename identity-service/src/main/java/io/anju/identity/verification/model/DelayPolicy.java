package io.anju.identity.verification.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * When an act waits.
 *
 * @param when any one of these calls for the delay
 * @param recent how far they look back
 */
public record DelayPolicy(Delay delay, Set<Circumstance> when, Duration recent) {

    /** What calls for a delay. */
    public enum Circumstance {
        ALWAYS,
        /** Somebody was let back into the account at a counter lately: the papers may have been false. */
        AFTER_RECOVERY,
        /** A passkey was enrolled lately on an account that is older: its owner may not know of it yet. */
        YOUNG_CREDENTIALS
    }

    public DelayPolicy {
        when = Set.copyOf(when);
    }

    /** The delay, if the credentials of the one who asks call for it now. */
    public Optional<Delay> applies(Credentials credentials, Instant now) {
        return when.stream().anyMatch(circumstance -> holds(circumstance, credentials, now.minus(recent)))
                ? Optional.of(delay)
                : Optional.empty();
    }

    private static boolean holds(Circumstance circumstance, Credentials credentials, Instant since) {
        return switch (circumstance) {
            case ALWAYS -> true;
            case AFTER_RECOVERY ->
                credentials.recoveredAt().filter(at -> at.isAfter(since)).isPresent();
            case YOUNG_CREDENTIALS ->
                !credentials.accountSince().isAfter(since)
                        && credentials
                                .newestPasskeyAt()
                                .filter(at -> at.isAfter(since))
                                .isPresent();
        };
    }
}
