package io.anju.repayment.change.model;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Conditions that need not be met, since officers have granted an exception from them.
 *
 * @param request the rate request on which they were granted; empty for none
 * @param from the conditions
 */
public record Exceptions(Optional<UUID> request, Set<String> from) {

    /** The rule, and nothing but the rule. */
    public static final Exceptions NONE = new Exceptions(Optional.empty(), Set.of());

    public Exceptions {
        from = Set.copyOf(from);
    }
}
