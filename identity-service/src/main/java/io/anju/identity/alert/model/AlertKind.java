package io.anju.identity.alert.model;

import java.time.Duration;

/** What an alert is about, and how long it may wait. */
public enum AlertKind {
    /** An act waits for a release: a customer stands still. */
    ACT_HELD(Duration.ofHours(4)),
    /** The rules denied an act. */
    ACT_DENIED(Duration.ofHours(24)),
    /** Ten failed proofs locked an account. */
    SIGN_IN_LOCKED(Duration.ofHours(24)),
    /** Somebody whose sign-in was stopped appeals: they stand still. */
    SIGN_IN_APPEALED(Duration.ofHours(4));

    private final Duration time;

    AlertKind(Duration time) {
        this.time = time;
    }

    /** Within this it has to be closed. */
    public Duration time() {
        return time;
    }
}
