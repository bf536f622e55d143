package io.anju.identity.risk.model;

/**
 * A rule that fired, and how.
 *
 * <p>A rule that could not be evaluated counts as fired, but asks for no more than the stronger method: a mistake in a
 * rule neither opens the door nor shuts everybody out.
 *
 * @param broken it could not be evaluated
 * @param lifted an officer released the person from it for this act
 */
public record Fired(RiskRule rule, boolean broken, boolean lifted) {

    /** What it asks for here. */
    public RiskOutcome outcome() {
        if (broken) {
            return rule.outcome().atMost(RiskOutcome.STRONGER_METHOD);
        }
        return lifted ? RiskOutcome.ALLOW : rule.outcome();
    }

    public String reference() {
        return rule.reference();
    }
}
