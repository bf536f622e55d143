package io.anju.repayment.change.http;

import io.anju.kernel.result.Result;
import io.anju.kit.access.DataReads;
import io.anju.kit.access.ReadPurpose;
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
import io.anju.kit.tx.Tx;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.change.RateRequesting;
import io.anju.repayment.change.RateRequests;
import io.anju.repayment.change.http.RateChangeResource.RateChangeAsk;
import io.anju.repayment.change.http.RateChangeResource.RateKind;
import io.anju.repayment.change.model.ChangeRefusal;
import io.anju.repayment.change.model.RateRequest;
import io.anju.repayment.change.model.RateRequest.Verdict;
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

/** Rate requests that the rule does not decide: one officer recommends, another decides. */
@Path("/api/v1/staff/rate-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "approver", "auditor"})
@Tag(name = "Rate changes")
@RegisterForReflection(targets = {RateRequests.State.class, Verdict.class})
public class StaffRateRequestResource {

    private static final String PATH = "/api/v1/staff/rate-requests/";

    /** @param note why; nothing that names a person */
    @RegisterForReflection
    public record RateRecommendation(
            @NotNull Verdict recommendation,
            @NotBlank @Size(max = 500) String note) {}

    /** @param reason which the borrower is shown; nothing that names a person */
    @RegisterForReflection
    public record RateDecision(
            @NotNull Verdict decision,
            @NotBlank @Size(max = 500) String reason) {}

    private final Commands commands;
    private final Transactions transactions;
    private final RateRequesting requesting;
    private final DataReads reads;
    private final Caller caller;

    StaffRateRequestResource(
            Commands commands, Transactions transactions, RateRequesting requesting, DataReads reads, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.requesting = requesting;
        this.reads = reads;
        this.caller = caller;
    }

    /** What a list shows of a request: nothing in the borrower's words. */
    @RegisterForReflection
    public record RateRequestItem(UUID id, UUID loanId, RateKind change, RateRequests.State state, Instant askedAt) {

        static RateRequestItem of(RateRequest request) {
            RateRequest.Asked asked = request.asked();
            return new RateRequestItem(
                    asked.id(),
                    asked.loanId(),
                    RateChangeAsk.of(asked.ask()).change(),
                    RateRequests.State.of(request),
                    asked.at());
        }
    }

    @GET
    @Operation(summary = "Rate requests, the oldest first")
    public Uni<RestResponse<Page<RateRequestItem>>> list(
            @RestQuery RateRequests.@Nullable State state, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> requesting.list(
                        tx, Optional.ofNullable(state), Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<RateRequest>of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.asked().id().toString()))
                        .map(RateRequestItem::of)
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One rate request; the borrower is told that it was looked at")
    public Uni<StaffRateRequestView> get(@RestPath UUID id) {
        return transactions
                .run(tx -> requesting
                        .find(tx, id)
                        .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                        .call(request -> told(tx, request)))
                .map(StaffRateRequestView::of);
    }

    @POST
    @Path("/{id}/recommendation")
    @Idempotent
    @RolesAllowed("loan-officer")
    @Operation(summary = "Recommend; 409 RATE_REQUEST_DECIDED, RATE_REQUEST_WITHDRAWN")
    @APIResponseSchema(value = StaffRateRequestView.class, responseCode = "200")
    public Uni<Response> recommend(@RestPath UUID id, @Valid @NotNull RateRecommendation body) {
        return answer(tx -> requesting.recommend(tx, id, body.recommendation(), body.note(), caller.id()));
    }

    @POST
    @Path("/{id}/decision")
    @Idempotent
    @RolesAllowed("approver")
    @RequiresVerification(act = "rate.approve", resource = "/api/v1/staff/rate-requests/{id}")
    @Operation(
            summary = "Decide; 403 SAME_PERSON to who recommended it",
            description =
                    "Approved, the borrower is offered what was asked for as the loan is now, and takes it like any"
                            + " offer; refused where more stands against it by now than the conditions in unmet. Either"
                            + " way the borrower is told.")
    @APIResponseSchema(value = StaffRateRequestView.class, responseCode = "200")
    public Uni<Response> decide(@RestPath UUID id, @Valid @NotNull RateDecision body) {
        return answer(tx -> requesting.decide(tx, id, body.decision(), body.reason(), caller.id()));
    }

    private Uni<Response> answer(Function<Tx, Uni<Result<RateRequest, ChangeRefusal>>> act) {
        return commands.run(tx -> act.apply(tx)
                .call(result -> result instanceof Result.Ok<RateRequest, ChangeRefusal>(RateRequest request)
                        ? told(tx, request)
                        : Uni.createFrom().voidItem())
                .map(result -> Reply.of(
                        result, request -> Reply.ok(StaffRateRequestView.of(request)), ChangeReplies::status)));
    }

    private Uni<Void> told(Tx tx, RateRequest request) {
        RateRequest.Asked asked = request.asked();
        return reads.tell(tx, asked.customerId(), ReadPurpose.APPLICATION_REVIEW, PATH + asked.id());
    }
}
