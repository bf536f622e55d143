package io.anju.kit.openapi;

import io.anju.kit.caller.RequiresLevel;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.verification.RequiresVerification;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.MethodInfo;

/**
 * What an endpoint asks of its caller.
 *
 * @param open whether anybody may call it
 * @param level the level of assurance asked for, or empty
 * @param act the act that a verification token must be for, or empty
 * @param idempotent whether it takes an {@code Idempotency-Key}
 * @param heedsIfMatch whether it heeds an {@code If-Match}
 * @param needsIfMatch whether it does nothing without one
 * @param taggedBy the path parameter whose resource an {@code If-Match} is about
 */
record Door(
        boolean open,
        String level,
        String act,
        boolean idempotent,
        boolean heedsIfMatch,
        boolean needsIfMatch,
        String taggedBy) {

    static Door of(MethodInfo method) {
        return new Door(
                isOpen(method),
                value(method, RequiresLevel.class, "value"),
                value(method, RequiresVerification.class, "act"),
                find(method, Idempotent.class).isPresent(),
                find(method, HeedsIfMatch.class).isPresent(),
                find(method, HeedsIfMatch.class)
                        .map(found -> found.value("required"))
                        .map(AnnotationValue::asBoolean)
                        .orElse(false),
                find(method, HeedsIfMatch.class)
                        .map(found -> found.value("id"))
                        .map(AnnotationValue::asString)
                        .orElse("id"));
    }

    boolean needsVerification() {
        return !act.isEmpty();
    }

    boolean needsLevel() {
        return !level.isEmpty();
    }

    private static boolean isOpen(MethodInfo method) {
        var roles = method.hasDeclaredAnnotation(RolesAllowed.class);
        return !roles && find(method, PermitAll.class).isPresent();
    }

    private static String value(MethodInfo method, Class<? extends Annotation> annotation, String member) {
        return find(method, annotation)
                .map(found -> found.value(member))
                .map(AnnotationValue::asString)
                .orElse("");
    }

    /** The method's own or its class's. */
    private static Optional<AnnotationInstance> find(MethodInfo method, Class<? extends Annotation> annotation) {
        return Optional.ofNullable(method.declaredAnnotation(annotation))
                .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(annotation)));
    }
}
