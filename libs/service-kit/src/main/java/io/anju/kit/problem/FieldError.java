package io.anju.kit.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field, such as {@code tranches[0].months}
 * @param code stable code in UPPER_SNAKE, such as {@code NOT_NULL}
 * @param message what is wrong, in the caller's language where the check knows it; empty where the code says it, see
 *     {@link ProblemTexts}
 */
@RegisterForReflection
public record FieldError(String field, String code, String message) {

    /** One that says what its code says: the words come with the language of the answer. */
    public static FieldError of(String field, String code) {
        return new FieldError(field, code, "");
    }
}
