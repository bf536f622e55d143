package io.anju.loan.application.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Declined by two people, with reasons that the borrower is told and can appeal against.
 *
 * @param reasons stable codes
 */
public record Declined(Dossier dossier, Facts facts, List<String> reasons, UUID recommender, UUID approver, Instant at)
        implements LoanApplication {

    public Declined {
        reasons = List.copyOf(reasons);
    }

    @Override
    public State state() {
        return State.DECLINED;
    }

    /**
     * An appeal against the decision was upheld: it is undone, and two others decide.
     *
     * @param findings what the checks had found
     */
    public InReview reopen(Findings findings) {
        return new InReview(dossier.barring(recommender, approver), facts, findings, null, null);
    }
}
