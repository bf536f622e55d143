package io.anju.kit.denial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.anju.kit.caller.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sees each refused access on its way out, whoever refused it.
 *
 * <p>All are counted, as {@code anju.denials} by code. A {@code 403} has a subject and is written down; behind a
 * {@code 401} stands nobody who is known, and the gateway logs what comes from outside.
 */
public class DenialCheck {

    private final Denials denials;
    private final Caller caller;
    private final MeterRegistry meters;

    DenialCheck(Denials denials, Caller caller, MeterRegistry meters) {
        this.denials = denials;
        this.caller = caller;
        this.meters = meters;
    }

    @ServerResponseFilter
    public Uni<Void> see(ContainerRequestContext request, ContainerResponseContext answer, ResourceInfo endpoint) {
        var status = answer.getStatus();
        if ((status != 401 && status != 403) || !(answer.getEntity() instanceof ObjectNode problem)) {
            return Uni.createFrom().voidItem();
        }
        var code = problem.path("code").asText();
        meters.counter("anju.denials", "code", code).increment();
        if (status == 401 || opensToAnyone(endpoint) || caller.isAnonymous()) {
            return Uni.createFrom().voidItem();
        }
        return denials.write(new Denial(
                code,
                caller.subject(),
                request.getMethod() + " " + pattern(endpoint),
                problem.path("traceId").asText()));
    }

    /** Nobody has been identified there, and asking who it is would block. */
    private static boolean opensToAnyone(ResourceInfo endpoint) {
        return endpoint.getResourceMethod().isAnnotationPresent(PermitAll.class)
                || (endpoint.getResourceClass().isAnnotationPresent(PermitAll.class)
                        && !endpoint.getResourceMethod().isAnnotationPresent(RolesAllowed.class));
    }

    private static String pattern(ResourceInfo endpoint) {
        return Stream.of(endpoint.getResourceClass(), endpoint.getResourceMethod())
                .map(part -> part.getAnnotation(Path.class))
                .filter(path -> path != null)
                .map(Path::value)
                .flatMap(path -> Stream.of(path.split("/")))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }
}
