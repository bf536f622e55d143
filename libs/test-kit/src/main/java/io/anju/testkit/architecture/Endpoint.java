package io.anju.testkit.architecture;

import io.anju.kit.caller.RequiresLevel;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.verification.RequiresVerification;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One endpoint and who may call it.
 *
 * @param method HTTP method
 * @param path with its parameters in braces
 * @param callers roles, {@code anyone}, or {@code nobody says} where the code does not tell
 * @param level the level of assurance asked for, or empty
 * @param verification the act that a verification token must be for, or empty
 * @param repeat {@code key} where it takes an {@code Idempotency-Key}, {@code safe} where repeating is harmless, or empty
 * @param consumes the media type of its bodies
 */
record Endpoint(
        String method, String path, String callers, String level, String verification, String repeat, String consumes)
        implements Comparable<Endpoint> {

    static final String UNSAID = "nobody says";
    private static final String ANYONE = "anyone";
    private static final String KEY = "key";

    boolean takesKey() {
        return repeat.equals(KEY);
    }

    /** Whether it is a {@code POST} that does not say what happens when it is sent twice. */
    boolean isUnsaidOnRepeat() {
        return method.equals(HttpMethod.POST) && repeat.isEmpty();
    }

    boolean isOpen() {
        return callers.equals(ANYONE);
    }

    boolean names(String role) {
        return List.of(callers.split(", ")).contains(role);
    }

    /** The endpoints of a class, none when it is no resource. */
    static Stream<Endpoint> of(Class<?> resource) {
        var root = resource.getAnnotation(Path.class);
        return root == null
                ? Stream.empty()
                : Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> of(root.value(), resource, method));
    }

    private static Stream<Endpoint> of(String root, Class<?> resource, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(http -> new Endpoint(
                        http.value(),
                        path(root, method),
                        callers(resource, method),
                        find(RequiresLevel.class, resource, method)
                                .map(RequiresLevel::value)
                                .orElse(""),
                        find(RequiresVerification.class, resource, method)
                                .map(RequiresVerification::act)
                                .orElse(""),
                        repeat(method),
                        find(Consumes.class, resource, method)
                                .map(types -> types.value()[0])
                                .orElse(MediaType.APPLICATION_JSON)));
    }

    private static String repeat(Method method) {
        if (method.isAnnotationPresent(Idempotent.class)) {
            return KEY;
        }
        return method.isAnnotationPresent(SafeToRepeat.class) ? "safe" : "";
    }

    private static String path(String root, Method method) {
        var own = method.getAnnotation(Path.class);
        var joined = "/" + root + "/" + (own == null ? "" : own.value());
        return joined.replaceAll("/+", "/").replaceAll("/$", "");
    }

    private static String callers(Class<?> resource, Method method) {
        var open = method.isAnnotationPresent(PermitAll.class)
                || resource.isAnnotationPresent(PermitAll.class) && !method.isAnnotationPresent(RolesAllowed.class);
        return open
                ? ANYONE
                : find(RolesAllowed.class, resource, method)
                        .map(roles -> Arrays.stream(roles.value()).sorted().collect(Collectors.joining(", ")))
                        .orElse(UNSAID);
    }

    private static <A extends Annotation> Optional<A> find(Class<A> annotation, Class<?> resource, Method method) {
        return Optional.ofNullable(method.getAnnotation(annotation))
                .or(() -> Optional.ofNullable(resource.getAnnotation(annotation)));
    }

    @Override
    public int compareTo(Endpoint other) {
        return (path + method).compareTo(other.path + other.method);
    }
}
