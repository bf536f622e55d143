package io.anju.loan.underwriting.model;

import java.util.List;

/**
 * The outcome of the checks: what each rule said, the score, and the advice that follows.
 *
 * @param reportId the bureau's number of the report that was used
 */
public record Assessment(
        String reportId,
        String rulesVersion,
        List<Finding> findings,
        String scorecardVersion,
        Scorecard.Score score,
        Advice advice) {

    /** Points from which an approval is advised. */
    public static final int ADVISED_FROM = 60;

    public Assessment {
        findings = List.copyOf(findings);
    }

    /** What the system advises; people decide. */
    public enum Advice {
        APPROVE,
        LOOK_CLOSER,
        DECLINE
    }

    /** The fold: rules, then points, then advice. */
    public static Assessment of(String reportId, CaseFacts facts, UnderwritingLimits limits) {
        List<Finding> findings = Rules.findings(facts, limits);
        Scorecard.Score score = Scorecard.score(facts);
        boolean met = findings.stream().allMatch(Finding::met);
        Advice advice = !met ? Advice.DECLINE : score.points() >= ADVISED_FROM ? Advice.APPROVE : Advice.LOOK_CLOSER;
        return new Assessment(reportId, Rules.VERSION, findings, Scorecard.VERSION, score, advice);
    }

    /** Whether every rule is met. */
    public boolean rulesMet() {
        return findings.stream().allMatch(Finding::met);
    }

    /** Codes of the rules not met. */
    public List<String> reasons() {
        return findings.stream()
                .filter(finding -> !finding.met())
                .map(Finding::rule)
                .toList();
    }
}
