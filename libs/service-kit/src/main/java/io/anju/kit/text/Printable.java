package io.anju.kit.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A text of a caller's that will stand in a document consists of {@link Printables}; another is answered {@code 400}
 * with the field's name and the code {@code PRINTABLE}. A text that is missing is none of its business.
 */
@Documented
@Constraint(validatedBy = Printable.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Printable {

    /** Empty: the code has words of its own in the caller's language. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself; white space at the ends is whoever keeps the text's to strip. */
    class Check implements ConstraintValidator<Printable, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.strip().codePoints().allMatch(Printables::contain);
        }
    }
}
