package io.anju.contract.task;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import java.util.Set;

/**
 * A neighbour that is not there: it could not be reached, did not answer in time, answered that it is at fault, or asked
 * to be left alone for now. That passes, however long it takes, and is not the work's fault; everything else is.
 */
public final class Absence {
    private static final String CODE = Problem.unavailable("").code();

    /** Request time-out, too early, too many requests: the same question may be answered later (RFC 9110, 8470, 6585). */
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private Absence() {}

    /**
     * The answer, unless it says no more than "later".
     *
     * @throws ProblemException as when nobody had answered
     */
    public static HttpResponse<Buffer> unlessLater(String neighbour, HttpResponse<Buffer> answer) {
        if (LATER.contains(answer.statusCode())) {
            throw new ProblemException(Problem.unavailable(neighbour));
        }
        return answer;
    }

    /** Whether an attempt failed because somebody was away. */
    static boolean isBehind(Throwable failure) {
        return failure instanceof ProblemException refused
                && refused.problem().code().equals(CODE);
    }
}
