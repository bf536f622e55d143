package io.anju.kit.command;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint changes a resource that has an {@code ETag}: an {@code If-Match} that is not the current one is answered
 * {@code 412 STALE_VERSION} and changes nothing (RFC 9110, section 13.1.1). Without the header the act goes on.
 *
 * <p>The work must be done in {@link Commands#run}, which locks the row first, so that nobody changes it in between. A
 * repeated request is answered from the store, however old its {@code If-Match}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HeedsIfMatch {

    /** The table whose row is the resource; its {@code version} is the entity tag. */
    String table();

    /** The path parameter with the row's id. */
    String id() default "id";

    /** Whether the act is refused with {@code 428 IF_MATCH_MISSING} without the header. */
    boolean required() default false;
}
