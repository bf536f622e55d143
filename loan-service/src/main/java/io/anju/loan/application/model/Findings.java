package io.anju.loan.application.model;

import java.util.List;

/**
 * What the checks found, in brief.
 *
 * @param rulesMet whether every rule that binds an approval is met
 * @param reasons codes of the rules not met
 * @param score points of the scorecard
 */
public record Findings(boolean rulesMet, List<String> reasons, int score) {

    public Findings {
        reasons = List.copyOf(reasons);
    }
}
