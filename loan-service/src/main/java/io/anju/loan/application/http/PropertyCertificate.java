package io.anju.loan.application.http;

import io.anju.loan.application.model.CertificateNumbers;
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
 * A normalised number that {@link CertificateNumbers} takes; another is answered {@code 400} with the field's name and
 * the code {@code PROPERTY_CERTIFICATE}. One that is missing or blank is none of its business.
 */
@Documented
@Constraint(validatedBy = PropertyCertificate.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PropertyCertificate {

    /** Empty: the code has words of its own in the caller's language. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check itself. */
    class Check implements ConstraintValidator<PropertyCertificate, String> {

        @Override
        public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
            return number == null || number.isEmpty() || CertificateNumbers.isWritten(number);
        }
    }
}
