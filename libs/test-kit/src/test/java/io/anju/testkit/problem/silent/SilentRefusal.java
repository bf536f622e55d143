package io.anju.testkit.problem.silent;

import io.anju.kernel.result.Refusal;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import java.util.Map;

/** Breaks the rule on purpose: nobody has put these into words. */
public sealed interface SilentRefusal extends Refusal {

    record NoWords() implements SilentRefusal {
        @Override
        public String code() {
            return "SILENT_REFUSAL";
        }
    }

    /** @return a problem of no refusal, then one that has words */
    static Problem problem(boolean silent) {
        return silent ? Problem.of(409, "SILENT_PROBLEM", Map.of("kind", 1)) : Problem.of(401, "TOKEN_MISSING");
    }

    static FieldError field() {
        return FieldError.of("name", "SILENT_FIELD");
    }
}
