package io.anju.loan.review;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.loan.application.ApplicationWaits;
import io.anju.loan.application.Applications;
import io.anju.loan.application.Cases;
import io.anju.loan.application.Cases.Step;
import io.anju.loan.application.CheckProgress;
import io.anju.loan.application.Pricing;
import io.anju.loan.application.model.Act;
import io.anju.loan.application.model.Actor;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.Approved;
import io.anju.loan.application.model.Checking;
import io.anju.loan.application.model.Declined;
import io.anju.loan.application.model.InReview;
import io.anju.loan.application.model.InterviewNeeded;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.application.model.Recommendation;
import io.anju.loan.application.model.State;
import io.anju.loan.application.model.TimelineEntry;
import io.anju.loan.application.model.Verdict;
import io.anju.loan.underwriting.Assessments;
import io.anju.loan.underwriting.model.Assessment;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The officers' use cases: queue, claim, ask, recommend, decide. */
@ApplicationScoped
public class Review {

    /** A case has some twenty entries; one that was claimed time and again shows its first ones. */
    private static final int TIMELINE_MAX = 500;

    private final Applications applications;
    private final Cases cases;
    private final Pricing pricing;
    private final Assessments assessments;
    private final CaseReadings readings;
    private final Outbox outbox;
    private final ReviewConfig config;
    private final BusinessClock clock;

    Review(
            Applications applications,
            Cases cases,
            Pricing pricing,
            Assessments assessments,
            CaseReadings readings,
            Outbox outbox,
            ReviewConfig config,
            BusinessClock clock) {
        this.applications = applications;
        this.cases = cases;
        this.pricing = pricing;
        this.assessments = assessments;
        this.readings = readings;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A case as an officer sees it.
     *
     * @param checking how far its checks are, while they are under way
     */
    public record CaseFile(
            LoanApplication application,
            Optional<Assessment> assessment,
            Optional<CheckProgress> checking,
            List<TimelineEntry> timeline) {}

    /** The queue of a state, oldest first. */
    public Uni<List<LoanApplication>> queue(Tx tx, State state, @Nullable UUID after, int limit) {
        return applications.listInState(tx, state, after, limit);
    }

    /** One case, with what the checks found; that it was looked at is kept. Empty when there is none. */
    public Uni<Optional<CaseFile>> open(Tx tx, UUID id, UUID officer) {
        return cases.find(tx, id, Cases.any())
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : readings.record(tx, id, officer)
                                .chain(() -> file(tx, found.get()))
                                .map(Optional::of));
    }

    private Uni<CaseFile> file(Tx tx, LoanApplication application) {
        UUID id = application.dossier().id();
        return assessments
                .findLatest(tx, id)
                .flatMap(assessment -> checking(tx, application)
                        .flatMap(checking -> applications
                                .timeline(tx, id, 0, TIMELINE_MAX)
                                .map(timeline -> new CaseFile(application, assessment, checking, timeline))));
    }

    private Uni<Optional<CheckProgress>> checking(Tx tx, LoanApplication application) {
        return application instanceof Checking
                ? applications.checkProgress(tx, application.dossier().id()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    /** Takes a case off the queue for a while. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> claim(Tx tx, UUID id, UUID officer) {
        return review(
                tx, id, officer, Act.CLAIM, "CLAIMED", review -> review.claim(officer, clock.now(), config.claim()));
    }

    /** The first person's advice. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> recommend(
            Tx tx, UUID id, UUID officer, Verdict verdict, String note) {
        var advice = new Recommendation(verdict, note, officer, clock.now());
        return review(tx, id, officer, Act.RECOMMEND, "RECOMMENDED", review -> review.recommend(advice));
    }

    /** Back to the borrower, who is told. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> requestInformation(
            Tx tx, UUID id, UUID officer, List<String> requests) {
        return review(
                        tx,
                        id,
                        officer,
                        Act.REQUEST_INFORMATION,
                        "INFORMATION_REQUESTED",
                        review -> review.requestInformation(requests, officer, clock.now()))
                .call(result -> tell(tx, ApplicationWaits.INFORMATION_REQUESTED, result));
    }

    /** To the checks once more; they begin by themselves. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> checkAgain(Tx tx, UUID id, UUID officer) {
        return review(tx, id, officer, Act.CHECK, "CHECKED_AGAIN", review -> review.checkAgain(officer, clock.now()));
    }

    /** To the counter, for which the borrower is told to book a visit. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> requireInterview(Tx tx, UUID id, UUID officer) {
        return review(
                        tx,
                        id,
                        officer,
                        Act.REQUIRE_INTERVIEW,
                        "INTERVIEW_REQUIRED",
                        review -> review.requireInterview(officer, clock.now()))
                .call(result -> tell(tx, ApplicationWaits.NEEDS_COUNTER, result));
    }

    /** The borrower was there: back to the officers. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> recordInterview(Tx tx, UUID id, UUID teller, String note) {
        return cases.take(
                tx,
                id,
                Step.of(
                        Cases.any(),
                        new Actor.Officer(teller),
                        "INTERVIEWED: " + note,
                        found -> found.<InterviewNeeded>in(InterviewNeeded.class, Act.RECORD_INTERVIEW)
                                .map(InterviewNeeded::interviewed)));
    }

    private Uni<Void> tell(Tx tx, String type, Result<LoanApplication, ApplicationRefusal> result) {
        return result instanceof Result.Ok<LoanApplication, ApplicationRefusal>(LoanApplication waiting)
                ? outbox.append(tx, ApplicationWaits.of(type, waiting))
                : Uni.createFrom().voidItem();
    }

    private Uni<Result<LoanApplication, ApplicationRefusal>> review(
            Tx tx,
            UUID id,
            UUID officer,
            Act act,
            String reason,
            Function<InReview, Result<? extends LoanApplication, ApplicationRefusal>> step) {
        return cases.take(
                tx,
                id,
                Step.of(
                        Cases.any(),
                        new Actor.Officer(officer),
                        reason,
                        found -> found.<InReview>in(InReview.class, act)
                                .flatMap(review -> step.apply(review).map(next -> (LoanApplication) next))));
    }

    /** The second person's decision, told to others in the same transaction. */
    public Uni<Result<LoanApplication, ApplicationRefusal>> decide(
            Tx tx, UUID id, UUID approver, Verdict verdict, List<String> reasons) {
        var step = new Step(
                Cases.any(),
                new Actor.Officer(approver),
                switch (verdict) {
                    case APPROVE -> "APPROVED";
                    case DECLINE -> "DECLINED";
                },
                found -> decide(tx, found, approver, verdict, reasons));
        return cases.take(tx, id, step)
                .call(result -> result instanceof Result.Ok<LoanApplication, ApplicationRefusal>(LoanApplication done)
                        ? tell(tx, done, verdict, reasons)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Result<LoanApplication, ApplicationRefusal>> decide(
            Tx tx, LoanApplication found, UUID approver, Verdict verdict, List<String> reasons) {
        return switch (found.<InReview>in(InReview.class, Act.DECIDE)) {
            case Result.Refused<InReview, ApplicationRefusal>(ApplicationRefusal refusal) ->
                Uni.createFrom().item(Result.refused(refusal));
            case Result.Ok<InReview, ApplicationRefusal>(InReview review) ->
                switch (verdict) {
                    case APPROVE -> approve(tx, review, approver);
                    case DECLINE ->
                        Uni.createFrom()
                                .item(review.decline(reasons, approver, clock.now())
                                        .map(next -> next));
                };
        };
    }

    private Uni<Result<LoanApplication, ApplicationRefusal>> approve(Tx tx, InReview review, UUID approver) {
        var day = clock.today();
        return pricing.price(tx, review.dossier(), review.facts(), day)
                .map(tranches ->
                        review.approve(tranches, day, approver, clock.now()).map(next -> next));
    }

    private Uni<Void> tell(Tx tx, LoanApplication decided, Verdict verdict, List<String> reasons) {
        var told = outbox.append(tx, ApplicationDecided.of(decided.dossier(), verdict, reasons, deciders(decided)));
        return decided instanceof Approved approved
                ? told.chain(() -> outbox.append(tx, LoanApproved.of(approved)))
                : told;
    }

    private static List<UUID> deciders(LoanApplication decided) {
        return switch (decided) {
            case Approved approved ->
                List.of(approved.approval().recommender(), approved.approval().approver());
            case Declined declined -> List.of(declined.recommender(), declined.approver());
            default -> throw new IllegalStateException("nobody decided on an application that is " + decided.state());
        };
    }
}
