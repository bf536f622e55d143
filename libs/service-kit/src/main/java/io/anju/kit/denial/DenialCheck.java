package io.anju.kit.denial;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
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
    private final CurrentIdentityAssociation identity;
    private final MeterRegistry meters;

    DenialCheck(Denials denials, CurrentIdentityAssociation identity, MeterRegistry meters) {
        this.denials = denials;
        this.identity = identity;
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
        if (status == 401) {
            return Uni.createFrom().voidItem();
        }
        var where = request.getMethod() + " " + pattern(endpoint);
        // At a door that is open to all nobody has looked yet who is calling, and a bad token is nobody.
        return identity.getDeferredIdentity()
                .onFailure()
                .recoverWithNull()
                .flatMap(who -> who == null || who.isAnonymous()
                        ? Uni.createFrom().voidItem()
                        : denials.write(new Denial(
                                code,
                                who.getPrincipal().getName(),
                                where,
                                problem.path("traceId").asText())));
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
