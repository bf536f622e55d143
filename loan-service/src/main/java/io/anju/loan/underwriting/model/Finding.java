package io.anju.loan.underwriting.model;

/**
 * What one rule says of a case.
 *
 * @param rule stable code of the rule
 * @param met whether the rule is met
 * @param found the figure found, in words that need no unit
 * @param limit the figure allowed
 */
public record Finding(String rule, boolean met, String found, String limit) {

    /** Whether no approval is possible: it is not met, and no matter of what the officers make of it. */
    public boolean bars() {
        return !met && !rule.equals(Rules.NO_REPORT);
    }
}
