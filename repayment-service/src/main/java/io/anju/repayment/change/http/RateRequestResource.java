package io.anju.repayment.change.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.change.RateRequesting;
import io.anju.repayment.change.http.RateChangeResource.RateChangeAsk;
import io.anju.repayment.change.http.RateChangeResource.RateKind;
import io.anju.repayment.change.model.RateRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asking for a rate that is set another way, where the rule may not be the last word. */
@Path("/api/v1/loans/{loan}/rate-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@Tag(name = "Rate changes")
public class RateRequestResource {

    /**
     * What is asked for, and why.
     *
     * @param change the kind
     * @param cycleMonths 3, 6 or 12: with CYCLE and TO_FLOATING, and only with them
     * @param reason what officers should know; nothing about other people
     */
    @RegisterForReflection
    public record RateWish(
            @NotNull RateKind change,
            @Nullable @Min(3) @Max(12) Integer cycleMonths,
            @NotBlank @Size(max = 500) String reason) {

        @Schema(hidden = true)
        @AssertTrue(message = "cycleMonths with CYCLE and TO_FLOATING only")
        public boolean isComplete() {
            return asked().isComplete();
        }

        RateChangeAsk asked() {
            return new RateChangeAsk(change, cycleMonths);
        }
    }

    private final Commands commands;
    private final Transactions transactions;
    private final RateRequesting requesting;
    private final Caller caller;

    RateRequestResource(Commands commands, Transactions transactions, RateRequesting requesting, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.requesting = requesting;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @HeedsIfMatch(table = "loan", id = "loan")
    @Operation(
            summary = "Ask for a rate that is set another way",
            description = "OFFERED at once where the rule grants it. IN_REVIEW where only conditions of the bank's own"
                    + " are not met: officers decide, and the answer is told. Refused as a quote is where anything else"
                    + " stands against it. An offer is taken by POST /loans/{loan}/rate-changes.")
    @APIResponseSchema(value = RateRequestView.class, responseCode = "201")
    public Uni<Response> ask(@RestPath UUID loan, @Valid @NotNull RateWish wish) {
        return commands.run(tx -> requesting
                .ask(tx, caller.id(), loan, wish.asked().ask(), wish.reason())
                .map(result -> Reply.of(
                        result,
                        answered -> Reply.created(
                                "/api/v1/loans/%s/rate-requests/%s"
                                        .formatted(
                                                loan, answered.request().asked().id()),
                                RateRequestView.of(answered)),
                        ChangeReplies::status)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Operation(
            summary = "Withdraw a rate request; 409 RATE_REQUEST_DECIDED once it was answered",
            description =
                    "Nobody decides it any more, and another one can be asked for. One that was withdrawn stays so.")
    @APIResponseSchema(value = RateRequestView.class, responseCode = "200")
    public Uni<Response> withdraw(@RestPath UUID loan, @RestPath UUID id) {
        return commands.run(tx -> requesting
                .withdraw(tx, caller.id(), loan, id)
                .map(result ->
                        Reply.of(result, answered -> Reply.ok(RateRequestView.of(answered)), ChangeReplies::status)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One rate request, and what is offered")
    public Uni<RateRequestView> get(@RestPath UUID loan, @RestPath UUID id) {
        return transactions
                .run(tx -> requesting.find(tx, caller.id(), loan, id))
                .map(found -> found.map(RateRequestView::of).orElseThrow(RateRequestResource::notFound));
    }

    @GET
    @Operation(summary = "Rate requests of a loan, the newest first")
    public Uni<RestResponse<Page<RateRequestView>>> list(
            @RestPath UUID loan, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx ->
                        requesting.listOfLoan(tx, caller.id(), loan, Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<RateRequest>of(
                                found.orElseThrow(RateRequestResource::notFound),
                                query.limit,
                                last -> Cursors.encode(last.asked().id().toString()))
                        .map(RateRequestView::of)
                        .response(uri));
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.notFound());
    }
}
