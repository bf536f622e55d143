package io.anju.kit.caller;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The endpoint asks for this level of assurance at least; less is answered {@code 403 LEVEL_TOO_LOW}. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequiresLevel {

    /** {@code L1}, {@code L2} or {@code L3}. */
    String value();
}
