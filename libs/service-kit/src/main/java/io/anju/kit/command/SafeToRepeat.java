package io.anju.kit.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint takes no {@code Idempotency-Key}: sending the same request again does no harm. Each {@code POST} is either
 * this or {@link Idempotent}; a test of the services holds that.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SafeToRepeat {

    /** Why, and what a caller whose answer was lost gets the second time. */
    String value();
}
