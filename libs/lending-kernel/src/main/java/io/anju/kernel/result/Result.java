package io.anju.kernel.result;

import java.util.function.Function;

/**
 * What a rule answers: {@link Ok} with the value, or {@link Refused} with the reason.
 *
 * <p>Take it apart with a {@code switch}, which the compiler checks to be complete:
 *
 * {@snippet :
 * return switch (terms.accept(request)) {
 *     case Result.Ok<Quote, QuoteRefusal>(Quote quote) -> quote.total();
 *     case Result.Refused<Quote, QuoteRefusal>(QuoteRefusal refusal) -> 0L;
 * };
 * }
 *
 * @param <T> the value when the rule agrees
 * @param <R> the feature's sealed set of refusals
 */
public sealed interface Result<T, R extends Refusal> {

    /** The rule agrees. */
    record Ok<T, R extends Refusal>(T value) implements Result<T, R> {}

    /** The rule declines. */
    record Refused<T, R extends Refusal>(R refusal) implements Result<T, R> {}

    /** The answer yes, with its value. */
    static <T, R extends Refusal> Result<T, R> ok(T value) {
        return new Ok<>(value);
    }

    /** The answer no, with its reason. */
    static <T, R extends Refusal> Result<T, R> refused(R refusal) {
        return new Refused<>(refusal);
    }

    /** The value turned into another; a refusal stays what it is. */
    default <U> Result<U, R> map(Function<? super T, ? extends U> turn) {
        return switch (this) {
            case Ok<T, R>(T value) -> new Ok<>(turn.apply(value));
            case Refused<T, R>(R refusal) -> new Refused<>(refusal);
        };
    }

    /** The next rule asked with the value; a refusal stays what it is and the next rule is not asked. */
    default <U> Result<U, R> flatMap(Function<? super T, Result<U, R>> next) {
        return switch (this) {
            case Ok<T, R>(T value) -> next.apply(value);
            case Refused<T, R>(R refusal) -> new Refused<>(refusal);
        };
    }

    /** The refusal turned into one of another feature; a value stays what it is. */
    default <S extends Refusal> Result<T, S> refusedAs(Function<? super R, ? extends S> turn) {
        return switch (this) {
            case Ok<T, R>(T value) -> new Ok<>(value);
            case Refused<T, R>(R refusal) -> new Refused<>(turn.apply(refusal));
        };
    }
}
