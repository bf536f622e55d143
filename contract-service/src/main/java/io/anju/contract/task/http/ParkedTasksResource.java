package io.anju.contract.task.http;

import io.anju.contract.task.Tasks;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Work that was given up: look at it, and try it again. */
@Path("/api/v1/staff/contract-tasks")
@RolesAllowed("admin")
@RegisterForReflection(targets = Tasks.Parked.class)
public class ParkedTasksResource {
    private final Tasks tasks;
    private final Transactions transactions;
    private final Commands commands;

    ParkedTasksResource(Tasks tasks, Transactions transactions, Commands commands) {
        this.tasks = tasks;
        this.transactions = transactions;
        this.commands = commands;
    }

    /** Oldest first. */
    @GET
    public Uni<RestResponse<Page<Tasks.Parked>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> tasks.listParked(tx, Cursors.decodeId(query.cursor), query.limit + 1))
                .map((List<Tasks.Parked> found) -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .response(uri));
    }

    @POST
    @Path("/{id}/redrive")
    @Idempotent
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> redrive(UUID id) {
        return commands.run(tx ->
                tasks.redrive(tx, id).map(found -> found ? Reply.noContent() : Reply.problem(Problem.notFound())));
    }
}
