package io.anju.contract.task.http;

import io.anju.contract.task.Tasks;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.Problem;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Work that was given up: look at it, and try it again. */
@Path("/api/v1/staff/contract-tasks")
@RolesAllowed("admin")
public class ParkedTasksResource {
    private final Tasks tasks;
    private final Transactions transactions;
    private final Commands commands;

    ParkedTasksResource(Tasks tasks, Transactions transactions, Commands commands) {
        this.tasks = tasks;
        this.transactions = transactions;
        this.commands = commands;
    }

    @RegisterForReflection
    record ParkedTasks(List<Tasks.Parked> items) {}

    @GET
    public Uni<ParkedTasks> list() {
        return transactions.run(tasks::listParked).map(ParkedTasks::new);
    }

    @POST
    @Path("/{id}/redrive")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> redrive(UUID id) {
        return commands.run(tx ->
                tasks.redrive(tx, id).map(found -> found ? Reply.noContent() : Reply.problem(Problem.notFound())));
    }
}
