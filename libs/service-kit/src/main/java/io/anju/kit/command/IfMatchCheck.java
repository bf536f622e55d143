package io.anju.kit.command;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Reads the {@code If-Match} of a request to an endpoint that {@link HeedsIfMatch}. */
public class IfMatchCheck {

    private final IfMatch ifMatch;

    IfMatchCheck(IfMatch ifMatch) {
        this.ifMatch = ifMatch;
    }

    @ServerRequestFilter
    @HeedsIfMatch(table = "")
    public void read(ContainerRequestContext http, ResourceInfo endpoint) {
        var heeds = endpoint.getResourceMethod().getAnnotation(HeedsIfMatch.class);
        var tags = http.getHeaderString("If-Match");
        if (tags == null && heeds.required()) {
            throw new ProblemException(Problem.of(428, "IF_MATCH_MISSING"));
        }
        if (tags != null) {
            ifMatch.set(new IfMatch.Precondition(
                    tags,
                    heeds.table(),
                    id(http.getUriInfo().getPathParameters().getFirst(heeds.id()))));
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.notFound());
        }
    }
}
