package io.anju.contract.signing.model;

import io.anju.contract.template.model.Clause;
import io.anju.contract.template.model.Question;
import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.List;

/**
 * Evidence that a clause was read: when it came on the screen, how long it stayed, what was answered. A wrong answer is evidence too and is kept; the clause is then not confirmed and may be answered
 * again.
 *
 * @param secondsShown as the app measured it
 * @param answer id of the chosen option
 */
public record ClauseReading(String clauseId, Instant shownAt, int secondsShown, String answer, boolean correct) {
    /** Answers to one clause that are kept at most. */
    public static final int ANSWERS_MOST = 50;

    /**
     * What the signer says about {@code clause}, checked against its question and against what can have been.
     *
     * @param before all readings of the contract so far
     */
    public static Result<ClauseReading, SigningRefusal> of(
            Clause clause,
            Instant shownAt,
            int secondsShown,
            String answer,
            ReadingTime time,
            List<ClauseReading> before) {
        Question question = clause.question();
        if (question == null) {
            return Result.refused(new SigningRefusal.NotToBeConfirmed(clause.id()));
        }
        if (secondsShown < question.secondsMin()) {
            return Result.refused(new SigningRefusal.ShownTooBriefly(clause.id(), question.secondsMin(), secondsShown));
        }
        if (!time.holds(shownAt, secondsShown)) {
            return Result.refused(new SigningRefusal.ShownOutOfTime(clause.id(), time.draftedAt(), time.now()));
        }
        if (before.stream()
                        .filter(reading -> reading.clauseId().equals(clause.id()))
                        .count()
                >= ANSWERS_MOST) {
            return Result.refused(new SigningRefusal.AnsweredTooOften(clause.id(), ANSWERS_MOST));
        }
        List<String> options =
                question.options().stream().map(Question.Option::id).toList();
        if (!options.contains(answer)) {
            return Result.refused(new SigningRefusal.NoSuchAnswer(clause.id(), options));
        }
        return Result.ok(
                new ClauseReading(clause.id(), shownAt, secondsShown, answer, answer.equals(question.correct())));
    }
}
