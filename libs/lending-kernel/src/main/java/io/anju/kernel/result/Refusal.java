package io.anju.kernel.result;

import java.util.Map;

/**
 * An expected "no": a rule was asked and declined, and says why.
 *
 * <p>A feature declares one sealed interface that extends this one and a record per reason, so that an exhaustive
 * {@code switch} at the edge turns each reason into a status and the compiler finds the one that was forgotten:
 *
 * {@snippet :
 * public sealed interface PrepaymentRefusal extends Refusal {
 *     record AmountTooSmall(long minimum, long asked) implements PrepaymentRefusal {
 *         public String code() { return "PREPAYMENT_TOO_SMALL"; }
 *         public Map<String, Object> evidence() { return Map.of("minimum", minimum, "asked", asked); }
 *     }
 * }
 * }
 *
 * <p>Three kinds of failure get three treatments: a refusal is this value; an outage is a failed future; a mistake of
 * the programmer is an exception, thrown at once and never caught in a rule.
 */
public interface Refusal {

    /** Stable code in UPPER_SNAKE, part of the public API: never reworded, never reused for another reason. */
    String code();

    /**
     * What was expected and what was found, by name: numbers, dates, states and ids, never names, phone numbers or ID
     * numbers. The names are the placeholders of the text that a caller reads.
     */
    default Map<String, Object> evidence() {
        return Map.of();
    }
}
