package io.anju.repayment.reconciliation.http;

import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.rail.model.Break;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.BreakDesk;
import io.anju.repayment.reconciliation.TrackedBreaks.Filter;
import io.anju.repayment.reconciliation.model.BreakRefusal;
import io.anju.repayment.reconciliation.model.Remedy;
import io.anju.repayment.reconciliation.model.TrackedBreak;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Breaks of all dates, and of none yet: who has them, and how they end. */
@Path("/api/v1/staff/breaks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "compliance", "auditor", "admin"})
@Tag(name = "Reconciliation")
@RegisterForReflection(targets = {Break.Kind.class, Channel.class, Remedy.class})
public class BreakResource {

    /** @param owner the staff member who shall follow it */
    @RegisterForReflection
    public record BreakAssignment(@NotNull UUID owner) {}

    /** @param reason what was found out; no personal data */
    @RegisterForReflection
    public record BreakResolution(
            @NotNull Remedy remedy,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param remedy the one that was seen as proposed */
    @RegisterForReflection
    public record BreakApproval(@NotNull Remedy remedy) {}

    private final Commands commands;
    private final Transactions transactions;
    private final BreakDesk desk;
    private final BusinessClock clock;
    private final Caller caller;

    BreakResource(Commands commands, Transactions transactions, BreakDesk desk, BusinessClock clock, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.desk = desk;
        this.clock = clock;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Breaks, in the order in which they were found")
    public Uni<RestResponse<Page<BreakView>>> list(
            @RestQuery @Nullable Channel source,
            @RestQuery Break.@Nullable Kind kind,
            @RestQuery @Nullable Boolean resolved,
            @BeanParam @Valid PageQuery query,
            @Context UriInfo uri) {
        var filter = new Filter(
                Optional.ofNullable(source),
                Optional.empty(),
                Optional.ofNullable(kind),
                Optional.ofNullable(resolved));
        Instant now = clock.now();
        return transactions
                .run(tx -> desk.list(tx, filter, Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<TrackedBreak>of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(one -> BreakView.of(one, now))
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One break")
    public Uni<BreakView> get(@RestPath UUID id) {
        return transactions
                .run(tx -> desk.find(tx, id))
                .map(found -> found.map(one -> BreakView.of(one, clock.now()))
                        .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    @POST
    @Path("/{id}/assignment")
    @Idempotent
    @RolesAllowed({"loan-officer", "admin"})
    @Operation(summary = "Give a break to a person", description = "A proposal made before is dropped.")
    @APIResponseSchema(value = BreakView.class, responseCode = "200")
    public Uni<Response> assign(@RestPath UUID id, @Valid @NotNull BreakAssignment assignment) {
        return answer(tx -> desk.assign(tx, id, assignment.owner()));
    }

    @POST
    @Path("/{id}/resolution")
    @Idempotent
    @RolesAllowed({"loan-officer", "admin"})
    @Operation(
            summary = "Say how a break ends",
            description =
                    "Its owner does. Where the remedy moves money, or lets it be moved anew (all but EXPLAINED), it is a"
                            + " proposal that a second person approves. ORDERED_AGAIN gives credit back under a new"
                            + " reference whose return the wallet's institution has refused. NOT_DONE ends as failed"
                            + " an order that a file lists as failed, or about which nobody asks any more and which is"
                            + " not in the files of that day and the next. RETURNED says that what a payout had left"
                            + " with its payee is back.")
    @APIResponseSchema(value = BreakView.class, responseCode = "200")
    public Uni<Response> resolve(@RestPath UUID id, @Valid @NotNull BreakResolution resolution) {
        return answer(tx -> desk.resolve(tx, id, caller.id(), resolution.remedy(), resolution.reason()));
    }

    @POST
    @Path("/{id}/approval")
    @Idempotent
    @RolesAllowed({"loan-officer", "admin"})
    @RequiresVerification(act = "ledger.correct", resource = "/api/v1/staff/breaks/{id}")
    @Operation(
            summary = "Agree to what is proposed",
            description =
                    "Anybody of the desk but who proposed it, naming the remedy; 409 if another one is proposed by"
                            + " now. The money moves now.")
    @APIResponseSchema(value = BreakView.class, responseCode = "200")
    public Uni<Response> approve(@RestPath UUID id, @Valid @NotNull BreakApproval approval) {
        return answer(tx -> desk.approve(tx, id, caller.id(), approval.remedy()));
    }

    private Uni<Response> answer(Function<Tx, Uni<Result<TrackedBreak, BreakRefusal>>> act) {
        return commands.run(tx -> act.apply(tx)
                .map(result ->
                        Reply.of(result, after -> Reply.ok(BreakView.of(after, clock.now())), BreakResource::status)));
    }

    private static int status(BreakRefusal refusal) {
        return switch (refusal) {
            case BreakRefusal.NoSuchBreak none -> 404;
            case BreakRefusal.AlreadyResolved over -> 409;
            case BreakRefusal.NotYours notYours -> 403;
            case BreakRefusal.RemedyNotFitting not -> 422;
            case BreakRefusal.NothingProposed nothing -> 409;
            case BreakRefusal.SamePerson same -> 403;
            case BreakRefusal.OtherRemedy other -> 409;
        };
    }
}
