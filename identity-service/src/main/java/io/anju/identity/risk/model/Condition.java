package io.anju.identity.risk.model;

/** The condition of a rule, read and ready to be asked. */
@FunctionalInterface
public interface Condition {

    /** What asking it gives; there is always an answer. */
    enum Answer {
        YES,
        NO,
        /** It cannot be evaluated for these facts, for example because it divides by a variable that is zero. */
        BROKEN
    }

    Answer ask(Facts facts);
}
