package io.anju.identity.risk.model;

import java.util.Set;

/**
 * The rules that officers released one person from for one act, by name. A release of what was held lifts rules that hold;
 * only one of what was denied lifts rules that deny.
 *
 * @param held by releases of what was held
 * @param denied by liftings of what was denied
 */
public record Lifted(Set<String> held, Set<String> denied) {

    public static final Lifted NONE = new Lifted(Set.of(), Set.of());

    public Lifted {
        held = Set.copyOf(held);
        denied = Set.copyOf(denied);
    }

    boolean covers(RiskRule rule) {
        return switch (rule.outcome()) {
            case HOLD -> held.contains(rule.name()) || denied.contains(rule.name());
            case DENY -> denied.contains(rule.name());
            case ALLOW, STRONGER_METHOD -> false;
        };
    }
}
