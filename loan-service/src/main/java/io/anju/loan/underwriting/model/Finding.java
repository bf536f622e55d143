package io.anju.loan.underwriting.model;

/**
 * What one rule says of a case.
 *
 * @param rule stable code of the rule
 * @param met whether the rule is met
 * @param found the figure found, in words that need no unit
 * @param limit the figure allowed
 */
public record Finding(String rule, boolean met, String found, String limit) {}
