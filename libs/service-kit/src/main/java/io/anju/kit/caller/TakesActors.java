package io.anju.kit.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint may be called by a service in somebody's name (RFC 8693): with a token that names the service as its actor.
 * Without this, {@code 403 ROLE_MISSING}: see {@link ActorCheck}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesActors {

    /** Which service does so, and what for. */
    String value();
}
