package io.anju.kit.problem;

import io.anju.kernel.result.Refusal;
import java.util.List;
import java.util.Map;

/**
 * An error answer before it is put into words: status, stable code, and the evidence that the words are filled from.
 *
 * <p>Titles and details live per code and language in {@code problems_en.properties} and {@code problems_zh.properties};
 * see {@link ProblemTexts}.
 *
 * @param status HTTP status, 400 to 599
 * @param code stable code in UPPER_SNAKE; clients switch on it
 * @param evidence facts behind the refusal (expected, actual); also members of the JSON document
 * @param fields errors of single fields, for bad input
 * @param headers response headers that belong to the refusal, such as {@code WWW-Authenticate}
 */
public record Problem(
        int status, String code, Map<String, Object> evidence, List<FieldError> fields, Map<String, String> headers) {

    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("not an error status: " + status);
        }
        evidence = Map.copyOf(evidence);
        fields = List.copyOf(fields);
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String code) {
        return of(status, code, Map.of());
    }

    public static Problem of(int status, String code, Map<String, Object> evidence) {
        return new Problem(status, code, evidence, List.of(), Map.of());
    }

    /** A refused rule, with the status that the feature's HTTP mapping chose for it. */
    public static Problem of(int status, Refusal refusal) {
        return of(status, refusal.code(), refusal.evidence());
    }

    /** For what does not exist and for what belongs to somebody else alike: the answer does not tell which. */
    public static Problem notFound() {
        return of(404, "NOT_FOUND");
    }

    /** Something we depend on is away; trying again later helps. */
    public static Problem unavailable(String dependency) {
        return of(503, "UNAVAILABLE", Map.of("dependency", dependency)).withHeader("Retry-After", "5");
    }

    /** Bad input in one field alone. */
    public static Problem invalid(FieldError field) {
        return invalid(List.of(field));
    }

    public static Problem invalid(List<FieldError> fields) {
        return new Problem(400, "INVALID_REQUEST", Map.of(), fields, Map.of());
    }

    public Problem withHeader(String name, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, evidence, fields, more);
    }
}
