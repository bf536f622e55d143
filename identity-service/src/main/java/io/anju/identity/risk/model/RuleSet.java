package io.anju.identity.risk.model;

import java.util.List;

/**
 * The rules in force together, live ones and those that are only tried.
 *
 * @param version grows with each change of any rule
 */
public record RuleSet(long version, List<ArmedRule> rules) {

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** Name and version of each live rule, as a decision keeps them. */
    public List<String> references() {
        return rules.stream()
                .map(ArmedRule::rule)
                .filter(RiskRule::live)
                .map(RiskRule::reference)
                .toList();
    }
}
