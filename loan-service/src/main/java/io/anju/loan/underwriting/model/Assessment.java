package io.anju.loan.underwriting.model;

import java.util.List;

/**
 * The outcome of the checks: what each rule said, the score, and the advice that follows.
 *
 * @param reportId the bureau's number of the report that was used; empty: there is none
 * @param openLoans the loans that the report lists
 */
public record Assessment(
        String reportId,
        String rulesVersion,
        List<Finding> findings,
        String scorecardVersion,
        Scorecard.Score score,
        Advice advice,
        List<BureauReport.OpenLoan> openLoans) {

    /** Points from which an approval is advised. */
    public static final int ADVISED_FROM = 60;

    public Assessment {
        findings = List.copyOf(findings);
        openLoans = List.copyOf(openLoans);
    }

    /** What the system advises; people decide. */
    public enum Advice {
        APPROVE,
        LOOK_CLOSER,
        DECLINE
    }

    /** The fold: rules, then points, then advice. */
    public static Assessment of(BureauReport report, CaseFacts facts, UnderwritingLimits limits) {
        List<Finding> findings = Rules.findings(facts, limits);
        Scorecard.Score score = Scorecard.score(facts);
        return new Assessment(
                report.reportId(),
                Rules.VERSION,
                findings,
                Scorecard.VERSION,
                score,
                advice(findings, score),
                report.openLoans());
    }

    private static Advice advice(List<Finding> findings, Scorecard.Score score) {
        if (findings.stream().anyMatch(Finding::bars)) {
            return Advice.DECLINE;
        }
        return findings.stream().allMatch(Finding::met) && score.points() >= ADVISED_FROM
                ? Advice.APPROVE
                : Advice.LOOK_CLOSER;
    }

    /**
     * The checks were given up: a person has to see to it. Nothing is known, so nothing is advised but to look.
     *
     * @param fault what the last try failed of
     * @param bound how long it was tried, as ISO 8601
     */
    public static Assessment notDone(String fault, String bound) {
        return new Assessment(
                "",
                Rules.VERSION,
                List.of(new Finding(Rules.CHECK_NOT_DONE, false, fault, bound)),
                Scorecard.VERSION,
                new Scorecard.Score(0, List.of()),
                Advice.LOOK_CLOSER,
                List.of());
    }

    /** Whether nothing stands against an approval. */
    public boolean rulesMet() {
        return findings.stream().noneMatch(Finding::bars);
    }

    /** Codes of the rules that stand against it. */
    public List<String> reasons() {
        return findings.stream().filter(Finding::bars).map(Finding::rule).toList();
    }
}
