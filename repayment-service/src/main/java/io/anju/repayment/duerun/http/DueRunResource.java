package io.anju.repayment.duerun.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.CivilDate;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.duerun.DueRunning;
import io.anju.repayment.duerun.model.DueRun;
import io.anju.repayment.duerun.model.DueRunRefusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Due runs for staff: start one, watch it. */
@Path("/api/v1/staff/due-runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "admin"})
@Tag(name = "Due runs")
public class DueRunResource {

    /** @param date business date to do, with every day missed before it; not after today */
    @RegisterForReflection
    public record Start(@NotNull @CivilDate LocalDate date) {}

    private final Commands commands;
    private final Transactions transactions;
    private final DueRunning running;
    private final Caller caller;

    DueRunResource(Commands commands, Transactions transactions, DueRunning running, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.running = running;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Start the run of a date",
            description = "One run per date: starting it again answers with it, and does what has become due since.")
    @APIResponseSchema(value = DueRunView.class, responseCode = "201")
    public Uni<Response> start(@Valid @NotNull Start start) {
        LocalDate date = start.date();
        return commands.run(tx -> running.start(tx, date, caller.subject())
                .map(result -> Reply.of(
                        result,
                        run -> Reply.created("/api/v1/staff/due-runs/" + run.id(), DueRunView.of(run)),
                        refusal -> switch (refusal) {
                            case DueRunRefusal.DateAhead ahead -> 422;
                        })));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "How far a run is")
    public Uni<DueRunView> get(@RestPath UUID id) {
        return transactions
                .run(tx -> running.find(tx, id))
                .map(found -> found.map(DueRunView::of).orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    @GET
    @Operation(summary = "Runs, the newest date first")
    public Uni<RestResponse<Page<DueRunView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> running.list(tx, Cursors.decode(query.cursor, LocalDate::parse), query.limit + 1))
                .map(runs -> Page.<DueRun>of(
                                runs,
                                query.limit,
                                run -> Cursors.encode(run.date().toString()))
                        .map(DueRunView::of)
                        .response(uri));
    }
}
