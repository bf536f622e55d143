package io.anju.identity.risk.model;

/** A rule whose condition has been read and can be asked. */
public record ArmedRule(RiskRule rule, Condition condition) {}
