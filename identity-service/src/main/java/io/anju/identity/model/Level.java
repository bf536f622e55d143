package io.anju.identity.model;

/**
 * How well a person is known. Each level contains the ones below; an endpoint states the one it needs.
 *
 * <p>L0 unknown, L1 phone proved, L2 real name checked at the ID registry, L3 a passkey bound to the verified person.
 */
public enum Level {
    L0,
    L1,
    L2,
    L3;

    /** Whether this level is enough where {@code needed} is asked for. */
    public boolean reaches(Level needed) {
        return compareTo(needed) >= 0;
    }
}
