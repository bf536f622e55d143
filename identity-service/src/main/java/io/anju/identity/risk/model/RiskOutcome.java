package io.anju.identity.risk.model;

/** What a rule asks for, from mild to strict; the strictest of the rules that fired decides. */
public enum RiskOutcome {
    ALLOW,
    STRONGER_METHOD,
    HOLD,
    DENY;

    /** This, but not stricter than the other. */
    RiskOutcome atMost(RiskOutcome other) {
        return compareTo(other) > 0 ? other : this;
    }
}
