package io.anju.identity.risk.model;

import java.util.function.Predicate;

/** A rule whose condition has been read and can be asked. */
public record ArmedRule(RiskRule rule, Predicate<Signals> condition) {

    boolean fires(Signals signals) {
        return condition.test(signals);
    }
}
