package io.anju.kit.event;

import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.event.ParkedEvents.ParkedEvent;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Where an operator sees the events that could not be delivered, and sends them again. */
@Path("/api/v1/staff/services/{service}/parked-events")
@RolesAllowed("admin")
public class ParkedEventsResource {

    private final ParkedEvents parked;
    private final Commands commands;
    private final String self;

    ParkedEventsResource(
            ParkedEvents parked, Commands commands, @ConfigProperty(name = "quarkus.application.name") String self) {
        this.parked = parked;
        this.commands = commands;
        this.self = self;
    }

    @GET
    public Uni<RestResponse<Page<ParkedEvent>>> list(
            @PathParam("service") String service, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        requireSelf(service);
        return parked.list(Cursors.decodeId(query.cursor).orElse(null), query.limit + 1)
                .map(rows -> Page.of(
                        rows, query.limit, row -> Cursors.encode(row.id().toString())))
                .map((Page<ParkedEvent> page) -> page.response(uri));
    }

    @POST
    @Path("/{id}/redelivery")
    @Idempotent
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> redrive(@PathParam("service") String service, @PathParam("id") UUID id) {
        requireSelf(service);
        return commands.run(tx -> parked.redrive(tx, id)
                        .map(found -> found ? Reply.noContent() : Reply.problem(Problem.notFound())))
                .invoke(parked::wake);
    }

    private void requireSelf(String service) {
        if (!service.equals(self)) {
            throw new ProblemException(Problem.notFound());
        }
    }
}
