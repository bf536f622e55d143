package io.anju.kit.http;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entity tags from a row's version (RFC 9110, section 8.8.3). */
public final class ETags {

    private ETags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Refuses a change that was made on an old copy.
     *
     * @param ifMatch the request's {@code If-Match}
     * @throws ProblemException 428 without the header, 412 when the resource has changed since
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw new ProblemException(Problem.of(428, "IF_MATCH_MISSING"));
        }
        if (!ifMatch.equals(of(version)) && !ifMatch.equals("*")) {
            throw new ProblemException(
                    Problem.of(412, "STALE_VERSION", Map.of("current", of(version), "sent", ifMatch)));
        }
    }
}
