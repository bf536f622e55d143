package io.anju.repayment.reconciliation.model;

import java.time.Instant;
import java.util.Optional;

/** A break's life: open at a desk, assigned to a person, proposed where money is to be moved, resolved for good. */
public sealed interface BreakState {

    /** Whose it is: a desk by its role, then a person by their id. */
    String owner();

    /** Nobody has it yet; it lies at the desk of that role. */
    record Open(String owner) implements BreakState {}

    /** Somebody has it. */
    record Assigned(String owner) implements BreakState {}

    /** Its owner wants money moved; somebody else has to agree. */
    record Proposed(String owner, Remedy remedy, String reason, String proposedBy) implements BreakState {}

    /** Over. */
    record Resolved(
            String owner, Remedy remedy, String reason, Optional<String> proposedBy, String resolvedBy, Instant at)
            implements BreakState {}
}
