package io.anju.identity.alert.model;

/** What looking at an alert gave. */
public enum Finding {
    /** Nothing unusual happened. */
    FALSE_ALARM,
    /** Unusual, and the person explained it. */
    EXPLAINED,
    /** Unusual, and nobody could explain it. */
    NOT_EXPLAINED,
    /** Somebody else, or by deceit. */
    FRAUD
}
