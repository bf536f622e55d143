package io.anju.repayment.spread.http;

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
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.spread.SpreadAdjusting;
import io.anju.repayment.spread.model.SpreadBatch;
import io.anju.repayment.spread.model.SpreadLoan;
import io.anju.repayment.spread.model.SpreadRefusal;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Spreads of many loans brought down at once: one person proposes, another decides. Nobody's name is shown. */
@Path("/api/v1/staff/spread-batches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "approver", "auditor"})
@Tag(name = "Spread batches")
public class StaffSpreadBatchResource {

    /** The second person's word. */
    @RegisterForReflection
    public record SpreadDecision(@NotNull Boolean approved) {}

    private final Commands commands;
    private final Transactions transactions;
    private final SpreadAdjusting adjusting;
    private final Caller caller;

    StaffSpreadBatchResource(Commands commands, Transactions transactions, SpreadAdjusting adjusting, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.adjusting = adjusting;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed("loan-officer")
    @Operation(
            summary = "Propose to bring the spreads of many loans down on a day that is ahead",
            description =
                    "Answers with the number of loans and the sums that the rule means as they are; nothing changes"
                            + " before an approver has decided.")
    @APIResponseSchema(value = SpreadBatchView.class, responseCode = "201")
    public Uni<Response> propose(@Valid @NotNull SpreadProposal proposal) {
        return commands.run(tx -> adjusting
                .propose(tx, proposal.rule(), proposal.reason(), caller.id())
                .map(result -> Reply.of(
                        result,
                        batch -> Reply.created(
                                "/api/v1/staff/spread-batches/"
                                        + batch.proposal().id(),
                                SpreadBatchView.of(batch)),
                        StaffSpreadBatchResource::status)));
    }

    @POST
    @Path("/{id}/decision")
    @Idempotent
    @RolesAllowed("approver")
    @RequiresVerification(act = "spread.approve", resource = "/api/v1/staff/spread-batches/{id}")
    @Operation(
            summary = "Approve or decline a batch; 403 SAME_PERSON to who proposed it",
            description =
                    "Approved, its loans are written down, and the due run takes each through the effective day once;"
                            + " every borrower is told the new rate. One batch at a time is under way.")
    @APIResponseSchema(SpreadBatchView.class)
    public Uni<Response> decide(@RestPath UUID id, @Valid @NotNull SpreadDecision decision) {
        return commands.run(tx -> adjusting
                .decide(tx, id, decision.approved(), caller.id())
                .map((Result<SpreadBatch, SpreadRefusal> result) -> Reply.of(
                        result, batch -> Reply.ok(SpreadBatchView.of(batch)), StaffSpreadBatchResource::status)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One batch, and how far it is")
    public Uni<SpreadBatchView> get(@RestPath UUID id) {
        return transactions
                .run(tx -> adjusting.find(tx, id))
                .map(found -> SpreadBatchView.of(found.orElseThrow(StaffSpreadBatchResource::notFound)));
    }

    @GET
    @Operation(summary = "Batches, the newest first")
    public Uni<RestResponse<Page<SpreadBatchView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> adjusting.list(tx, Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<SpreadBatch>of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.proposal().id().toString()))
                        .map(SpreadBatchView::of)
                        .response(uri));
    }

    @GET
    @Path("/{id}/loans")
    @Operation(summary = "Loans of a batch and what it came to for each")
    public Uni<RestResponse<Page<SpreadLoanView>>> loans(
            @RestPath UUID id, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        Optional<UUID> after = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> adjusting.listLoans(tx, id, after, query.limit + 1))
                .map(found -> Page.<SpreadLoan>of(
                                found.orElseThrow(StaffSpreadBatchResource::notFound),
                                query.limit,
                                last -> Cursors.encode(last.loanId().toString()))
                        .map(SpreadLoanView::of)
                        .response(uri));
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.notFound());
    }

    private static int status(SpreadRefusal refusal) {
        return switch (refusal) {
            case SpreadRefusal.NotFound none -> 404;
            case SpreadRefusal.AnotherUnderWay other -> 409;
            case SpreadRefusal.AlreadyDecided decided -> 409;
            case SpreadRefusal.BelowLowest low -> 422;
            case SpreadRefusal.DayNotAhead day -> 422;
            case SpreadRefusal.NoLoans none -> 422;
            case SpreadRefusal.SamePerson same -> 403;
        };
    }
}
