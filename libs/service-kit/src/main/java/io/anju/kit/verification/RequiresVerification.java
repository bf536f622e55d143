package io.anju.kit.verification;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint opens only with a verification token cut for this act, this resource and this very body.
 *
 * <p>Without one, or with one that ended: {@code 401} and the challenge of RFC 9470. With one for something else, or
 * used before: {@code 403}. The method must do its work in {@link io.anju.kit.command.Commands#run}, which burns the
 * token in the same transaction; a {@code 2xx} without that is a bug and answered as one.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresVerification {

    /** The act, such as {@code contract.sign}. */
    String act();

    /** The resource's path; {@code {name}} stands for the path parameter of that name. */
    String resource();
}
