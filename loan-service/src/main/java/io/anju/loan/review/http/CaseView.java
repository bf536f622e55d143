package io.anju.loan.review.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.loan.application.CheckProgress;
import io.anju.loan.application.http.ApplicationView;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.InReview;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.State;
import io.anju.loan.application.model.TimelineEntry;
import io.anju.loan.application.model.Verdict;
import io.anju.loan.review.Review.CaseFile;
import io.anju.loan.underwriting.model.Assessment;
import io.anju.loan.underwriting.model.BureauReport.OpenLoan;
import io.anju.loan.underwriting.model.Finding;
import io.anju.loan.underwriting.model.Scorecard.Line;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as an officer sees it: the application, what the system advises and why, who said what.
 *
 * @param checking how far its checks are, while they are under way
 * @param claim who works on it and until when
 * @param recommendation the first person's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record CaseView(
        ApplicationView application,
        UUID customerId,
        @Nullable AssessmentView assessment,
        @Nullable CheckView checking,
        @Nullable ClaimView claim,
        @Nullable RecommendationView recommendation,
        List<EntryView> timeline) {

    /**
     * How far the checks are.
     *
     * @param attempts times that they were begun
     * @param fault what the last try failed of: who was asked and what came of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record CheckView(
            Instant since, int attempts, @Nullable String fault) {

        static CheckView of(CheckProgress progress) {
            return new CheckView(progress.since(), progress.attempts(), progress.fault());
        }
    }

    /**
     * What the checks found.
     *
     * @param openLoans what the bureau's report lists
     */
    @RegisterForReflection
    public record AssessmentView(
            Assessment.Advice advice,
            int score,
            List<FindingView> findings,
            List<LineView> scorecard,
            String rulesVersion,
            String scorecardVersion,
            List<OpenLoanView> openLoans) {

        static AssessmentView of(Assessment assessment) {
            return new AssessmentView(
                    assessment.advice(),
                    assessment.score().points(),
                    assessment.findings().stream().map(FindingView::of).toList(),
                    assessment.score().lines().stream().map(LineView::of).toList(),
                    assessment.rulesVersion(),
                    assessment.scorecardVersion(),
                    assessment.openLoans().stream().map(OpenLoanView::of).toList());
        }
    }

    /**
     * What one rule said.
     *
     * @param words what the rule asks for, by language
     */
    @RegisterForReflection
    public record FindingView(String rule, boolean met, String found, String limit, Map<String, String> words) {

        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.rule(), finding.met(), finding.found(), finding.limit(), RuleWords.of(finding.rule()));
        }
    }

    /**
     * A loan that runs elsewhere.
     *
     * @param kind the bureau's word
     * @param balance fen
     * @param monthlyPayment fen per month
     * @param housing whether it finances a home
     */
    @RegisterForReflection
    public record OpenLoanView(String kind, long balance, long monthlyPayment, boolean housing) {

        static OpenLoanView of(OpenLoan loan) {
            return new OpenLoanView(loan.kind(), loan.balance(), loan.monthlyPayment(), loan.housing());
        }
    }

    /** What one attribute earned and cost. */
    @RegisterForReflection
    public record LineView(String attribute, int points, int lost) {

        static LineView of(Line line) {
            return new LineView(line.attribute(), line.points(), line.lost());
        }
    }

    /** Who works on it. */
    @RegisterForReflection
    public record ClaimView(UUID officer, Instant until) {}

    /** The first person's advice. */
    @RegisterForReflection
    public record RecommendationView(Verdict verdict, String note, UUID officer, Instant at) {}

    /** A line of the timeline. */
    @RegisterForReflection
    public record EntryView(
            Instant at, String actor, @Nullable State from, State to, String reason) {

        static EntryView of(TimelineEntry entry) {
            return new EntryView(entry.at(), who(entry.actor()), entry.from(), entry.to(), entry.reason());
        }
    }

    private static String who(Actor actor) {
        return switch (actor) {
            case Actor.Customer(UUID id) -> "CUSTOMER " + id;
            case Actor.Officer(UUID id) -> "OFFICER " + id;
            case Actor.Service(String name) -> "SERVICE " + name;
        };
    }

    static CaseView of(CaseFile file) {
        return of(
                file.application(),
                file.assessment().map(AssessmentView::of).orElse(null),
                file.checking().map(CheckView::of).orElse(null),
                file.timeline().stream().map(EntryView::of).toList());
    }

    /** Without assessment and timeline, as the answer to an act. */
    static CaseView of(LoanApplication application) {
        return of(application, null, null, List.of());
    }

    private static CaseView of(
            LoanApplication application,
            @Nullable AssessmentView assessment,
            @Nullable CheckView checking,
            List<EntryView> timeline) {
        ClaimView claim = null;
        RecommendationView recommendation = null;
        if (application instanceof InReview review) {
            var claimed = review.claim();
            claim = claimed == null ? null : new ClaimView(claimed.officer(), claimed.until());
            var advice = review.recommendation();
            recommendation = advice == null
                    ? null
                    : new RecommendationView(advice.verdict(), advice.note(), advice.officer(), advice.at());
        }
        return new CaseView(
                ApplicationView.of(application),
                application.dossier().customerId(),
                assessment,
                checking,
                claim,
                recommendation,
                timeline);
    }
}
