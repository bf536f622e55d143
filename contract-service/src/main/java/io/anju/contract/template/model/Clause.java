package io.anju.contract.template.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One numbered clause.
 *
 * @param id stable within the template; evidence names it
 * @param important printed to be noticed, and confirmed one by one before signing
 * @param question for important clauses
 */
public record Clause(
        String id,
        boolean important,
        Text heading,
        List<Passage> body,
        @Nullable Question question) {
    /** An important clause has a question. */
    public Clause {
        body = List.copyOf(body);
        if (important != (question != null)) {
            throw new IllegalArgumentException(
                    "clause " + id + ": an important clause has a question, another has none");
        }
    }
}
