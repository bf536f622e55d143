package io.anju.loan.application.model;

import org.jspecify.annotations.Nullable;

/**
 * An officer wants the borrower to be spoken to face to face (个人贷款管理办法 2024, 面谈制度) before the case goes on; a
 * teller records that it was done.
 *
 * @param recommendation the first person's advice, if it was given before; null: not given yet
 */
public record InterviewNeeded(
        Dossier dossier,
        Facts facts,
        Findings findings,
        @Nullable Recommendation recommendation) implements Withdrawable {

    @Override
    public State state() {
        return State.INTERVIEW_NEEDED;
    }

    /** Back to the officers, who see the note in the timeline. */
    public InReview interviewed() {
        return new InReview(dossier, facts, findings, null, recommendation);
    }
}
