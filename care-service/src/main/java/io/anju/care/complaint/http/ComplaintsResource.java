package io.anju.care.complaint.http;

import io.anju.care.complaint.Complaints;
import io.anju.care.complaint.model.About;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.http.ETags;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller's complaints. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class ComplaintsResource {

    private final Complaints complaints;
    private final Transactions transactions;
    private final Commands commands;
    private final Caller caller;

    ComplaintsResource(Complaints complaints, Transactions transactions, Commands commands, Caller caller) {
        this.complaints = complaints;
        this.transactions = transactions;
        this.commands = commands;
        this.caller = caller;
    }

    /** @param subject id of what it is about; of a contact as in {@code GET /me/contacts} */
    @RegisterForReflection
    record NewComplaint(
            @NotNull About about,
            @Nullable UUID subject,
            @NotBlank @Size(max = 4000) String text) {}

    @POST
    @Idempotent
    @Operation(
            summary = "Complain",
            description = "Contact by partners stops at once. The answer is due on the date given.")
    @APIResponseSchema(value = ComplaintView.class, responseCode = "201")
    public Uni<Response> open(@Valid @NotNull NewComplaint body) {
        var customer = caller.id();
        return commands.run(tx -> complaints
                .open(tx, customer, body.about(), Optional.ofNullable(body.subject()), body.text())
                .map(result -> Reply.of(
                        result,
                        entry -> Reply.created("/api/v1/complaints/" + entry.id(), ComplaintView.of(entry))
                                .withETag(entry.version()),
                        ComplaintStatus::of)));
    }

    @GET
    @Operation(summary = "My complaints, newest first")
    public Uni<RestResponse<Page<ComplaintView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var customer = caller.id();
        var before = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> complaints.list(tx, customer, before, query.limit + 1))
                .map(rows -> Page.of(
                                rows,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(ComplaintView::of)
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my complaints, with its answer once there is one")
    @APIResponseSchema(ComplaintView.class)
    public Uni<Response> get(@PathParam("id") UUID id) {
        var customer = caller.id();
        return transactions
                .run(tx -> complaints.find(tx, customer, id))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(entry -> ETags.response(entry.version(), ComplaintView.of(entry)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @HeedsIfMatch(table = "complaint")
    @Idempotent
    @Operation(summary = "Take a complaint back")
    @APIResponseSchema(ComplaintView.class)
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        var customer = caller.id();
        return commands.run(tx -> complaints.withdraw(tx, customer, id).map(ComplaintStatus::reply));
    }
}
