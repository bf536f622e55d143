package io.anju.kit.openapi;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** The doors of a service by method and path, such as {@code GET /api/v1/contracts/{id}}. */
record Doors(Map<String, Door> byEndpoint) {

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    static Doors read(IndexView index) {
        var doors = new TreeMap<String, Door>();
        for (var http : METHODS) {
            index.getAnnotations(http).stream()
                    .map(AnnotationInstance::target)
                    .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                    .map(AnnotationTarget::asMethod)
                    .forEach(method -> doors.put(http.getSimpleName() + " " + path(method), Door.of(method)));
        }
        return new Doors(doors);
    }

    Optional<Door> find(String endpoint) {
        return Optional.ofNullable(byEndpoint.get(endpoint));
    }

    private static String path(MethodInfo method) {
        var joined = "/" + part(method.declaringClass().declaredAnnotation(Path.class)) + "/"
                + part(method.declaredAnnotation(Path.class));
        // A parameter's pattern is no part of its name in a document: {path: .+} is {path}.
        return joined.replaceAll("\\{\\s*(\\w+)[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }

    private static String part(@org.jspecify.annotations.Nullable AnnotationInstance path) {
        return path == null ? "" : path.value().asString();
    }
}
