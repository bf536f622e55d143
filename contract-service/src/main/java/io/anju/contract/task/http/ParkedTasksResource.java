package io.anju.contract.task.http;

import io.anju.contract.task.TaskKind;
import io.anju.contract.task.Tasks;
import io.anju.contract.task.Tasks.Standing;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Work that was given up, or waits for a neighbour: look at it, and try again what was given up. */
@Path("/api/v1/staff/contract-tasks")
@RolesAllowed("admin")
@RegisterForReflection(targets = Tasks.Stuck.class)
public class ParkedTasksResource {
    private static final int USUAL = 100;
    private static final int REDRIVEN_AT_ONCE = 1000;

    private final Tasks tasks;
    private final Transactions transactions;
    private final Commands commands;

    ParkedTasksResource(Tasks tasks, Transactions transactions, Commands commands) {
        this.tasks = tasks;
        this.transactions = transactions;
        this.commands = commands;
    }

    /**
     * What to try again.
     *
     * @param kind only this kind; every kind when it is left out
     * @param limit so much at most, the oldest first; 100 when it is left out
     */
    @RegisterForReflection
    record Redrive(
            @Nullable TaskKind kind,
            @Nullable @Min(1) @Max(REDRIVEN_AT_ONCE) Integer limit) {}

    /** @param redriven how much is tried again; less than the limit when no more was parked */
    @RegisterForReflection
    record Redriven(int redriven) {}

    /** Oldest first. */
    @GET
    @Operation(
            summary = "Work that does not go on",
            description = "PARKED: given up, until somebody tries it again. WAITING: a neighbour is away since"
                    + " waitingSince; it goes on by itself.")
    public Uni<RestResponse<Page<Tasks.Stuck>>> list(
            @QueryParam("state") @DefaultValue("PARKED") Standing state,
            @BeanParam @Valid PageQuery query,
            @Context UriInfo uri) {
        return transactions
                .run(tx -> tasks.listStuck(tx, state, Cursors.decodeId(query.cursor), query.limit + 1))
                .map((List<Tasks.Stuck> found) -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .response(uri));
    }

    @POST
    @Path("/redrive")
    @Produces(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            summary = "Try parked work again, much of it at once",
            description = "The oldest first, up to limit; repeat it while redriven equals limit.")
    @APIResponseSchema(Redriven.class)
    public Uni<Response> redriveAll(@Valid @NotNull Redrive body) {
        int limit = Objects.requireNonNullElse(body.limit(), USUAL);
        return commands.run(tx -> tasks.redriveAll(tx, Optional.ofNullable(body.kind()), limit)
                .map(redriven -> Reply.ok(new Redriven(redriven))));
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
