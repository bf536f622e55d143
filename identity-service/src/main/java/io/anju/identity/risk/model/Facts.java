package io.anju.identity.risk.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a condition is asked about: every {@link Variable} by its word, and the score. Made of the signals of a request,
 * or of those that a decision kept.
 *
 * @param values each word with a String, Long or Boolean
 */
public record Facts(Map<String, Object> values, Score score) {

    public Facts {
        values = Map.copyOf(values);
    }

    public static Facts of(Signals signals) {
        var values = signals.values();
        return new Facts(values, ScoreCard.score(values));
    }

    /** From a stored decision; what it does not know is {@link Variable#unknown}, what is no variable is left out. */
    public static Facts kept(Map<String, Object> stored) {
        var values = new LinkedHashMap<String, Object>();
        for (Variable variable : Variable.values()) {
            values.put(variable.word(), read(variable, stored));
        }
        return new Facts(values, ScoreCard.score(values));
    }

    private static Object read(Variable variable, Map<String, Object> stored) {
        Object value = stored.get(variable.word());
        return switch (variable.kind()) {
            case NUMBER -> value instanceof Number number ? (Object) number.longValue() : variable.unknown();
            case FLAG -> value instanceof Boolean ? value : variable.unknown();
            case TEXT -> value instanceof String ? value : variable.unknown();
        };
    }

    /** What a word says; empty for one that is none of {@link Variable#words}. */
    public Optional<Object> find(String word) {
        return word.equals(Variable.SCORE) ? Optional.of((long) score.total()) : Optional.ofNullable(values.get(word));
    }
}
