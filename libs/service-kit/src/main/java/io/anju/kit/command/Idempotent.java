package io.anju.kit.command;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The endpoint takes an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header): the same key and body get
 * the stored answer, the same key with another body {@code 422}, one under way {@code 409}, none {@code 400}.
 *
 * <p>For signed-in callers; the key is theirs alone and belongs to the method and path. The work must be done in
 * {@link Commands#run}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {}
