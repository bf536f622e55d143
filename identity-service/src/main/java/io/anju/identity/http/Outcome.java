package io.anju.identity.http;

import io.anju.identity.model.ProofRefusal;
import io.anju.kernel.result.Refusal;
import io.anju.kernel.result.Result;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What comes of a step that is kept whether it agreed or refused: wrong tries have to be counted. So the refusal is
 * thrown as a problem only here, after the transaction, and not in {@link io.anju.kit.command.Commands}, which undoes.
 */
public final class Outcome {

    private Outcome() {}

    /**
     * The value, or the refusal as a problem.
     *
     * @param status an exhaustive switch over the feature's refusals
     */
    public static <T, R extends Refusal> T orProblem(Result<T, R> result, ToIntFunction<R> status) {
        return orThrow(result, refusal -> Problem.of(status.applyAsInt(refusal), refusal));
    }

    /** The same where a refusal needs more than its status to become a problem. */
    public static <T, R extends Refusal> T orThrow(Result<T, R> result, Function<R, Problem> problem) {
        return switch (result) {
            case Result.Ok<T, R>(T value) -> value;
            case Result.Refused<T, R>(R refusal) -> throw new ProblemException(problem.apply(refusal));
        };
    }

    /** The status of a refused proof. */
    public static int status(ProofRefusal refusal) {
        return switch (refusal) {
            case ProofRefusal.SentJustNow ignored -> 429;
            case ProofRefusal.CapReached ignored -> 429;
            case ProofRefusal.SlowedDown ignored -> 429;
            case ProofRefusal.LockedOut ignored -> 429;
            case ProofRefusal.Wrong ignored -> 422;
            case ProofRefusal.Expired ignored -> 410;
            case ProofRefusal.Spent ignored -> 410;
        };
    }
}
