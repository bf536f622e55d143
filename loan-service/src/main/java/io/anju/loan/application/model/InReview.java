package io.anju.loan.application.model;

import io.anju.kernel.result.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With the officers: one recommends, another decides.
 *
 * @param claim who works on it; null: it lies in the queue
 * @param recommendation the first person's advice; null: not given yet
 */
public record InReview(
        Dossier dossier,
        Facts facts,
        Findings findings,
        @Nullable Claim claim,
        @Nullable Recommendation recommendation) implements Withdrawable {

    @Override
    public State state() {
        return State.IN_REVIEW;
    }

    /** Takes the case off the queue for a while. */
    public Result<InReview, ApplicationRefusal> claim(UUID officer, Instant at, Duration lease) {
        return free(officer, at)
                .map(mine ->
                        new InReview(dossier, facts, findings, new Claim(officer, at.plus(lease)), recommendation));
    }

    /** The first person's advice; the case goes back to the queue for the second. */
    public Result<InReview, ApplicationRefusal> recommend(Recommendation advice) {
        return free(advice.officer(), advice.at()).map(mine -> new InReview(dossier, facts, findings, null, advice));
    }

    /**
     * The second person's yes, to the first person's yes.
     *
     * @param tranches what was asked for, with its price
     * @param day business date
     */
    public Result<Approved, ApplicationRefusal> approve(
            List<ApprovedTranche> tranches, LocalDate day, UUID approver, Instant at) {
        if (!findings.rulesMet()) {
            return Result.refused(new ApplicationRefusal.RulesNotMet(findings.reasons()));
        }
        int dueDay = Objects.requireNonNullElse(facts.dueDay(), day.getDayOfMonth());
        return second(approver, at)
                .flatMap(InReview::forIt)
                .map(advice -> new Approval(tranches, dueDay, day, advice.officer(), approver, at))
                .map(approval -> new Approved(dossier, facts, approval, null));
    }

    /** The second person's no, whatever the first advised, with the reasons that the borrower is told. */
    public Result<Declined, ApplicationRefusal> decline(List<String> reasons, UUID approver, Instant at) {
        return second(approver, at)
                .map(advice -> new Declined(dossier, facts, reasons, advice.officer(), approver, at));
    }

    /** Back to the borrower, who is told what is asked for. */
    public Result<MoreInformationNeeded, ApplicationRefusal> requestInformation(
            List<String> requests, UUID officer, Instant at) {
        return free(officer, at).map(mine -> new MoreInformationNeeded(dossier, facts.asDraft(), requests));
    }

    /** To the checks once more: they were not done, or what they found is of another day. What was advised on it lapses. */
    public Result<Submitted, ApplicationRefusal> checkAgain(UUID officer, Instant at) {
        return free(officer, at).map(mine -> new Submitted(dossier, facts));
    }

    /** To the counter, before anything else is decided. */
    public Result<InterviewNeeded, ApplicationRefusal> requireInterview(UUID officer, Instant at) {
        return free(officer, at).map(mine -> new InterviewNeeded(dossier, facts, findings, recommendation));
    }

    private Result<InReview, ApplicationRefusal> free(UUID officer, Instant at) {
        if (dossier.barred().contains(officer)) {
            return Result.refused(new ApplicationRefusal.Recused());
        }
        return claim != null && claim.blocks(officer, at)
                ? Result.refused(new ApplicationRefusal.ClaimedByAnother(claim.until()))
                : Result.ok(this);
    }

    /** Two people decide: the recommendation exists and is somebody else's. */
    private Result<Recommendation, ApplicationRefusal> second(UUID approver, Instant at) {
        Recommendation advice = recommendation;
        if (advice == null) {
            return Result.refused(new ApplicationRefusal.NotRecommended());
        }
        if (advice.officer().equals(approver)) {
            return Result.refused(new ApplicationRefusal.SamePerson());
        }
        return free(approver, at).map(mine -> advice);
    }

    /** An approval is two people's yes: against a no it takes another recommendation first. */
    private static Result<Recommendation, ApplicationRefusal> forIt(Recommendation advice) {
        return switch (advice.verdict()) {
            case APPROVE -> Result.ok(advice);
            case DECLINE -> Result.refused(new ApplicationRefusal.AdvisedAgainst());
        };
    }
}
