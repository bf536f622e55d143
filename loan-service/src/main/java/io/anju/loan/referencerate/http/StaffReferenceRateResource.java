package io.anju.loan.referencerate.http;

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
import io.anju.kit.time.CivilDate;
import io.anju.kit.tx.Transactions;
import io.anju.loan.referencerate.ReferenceRates;
import io.anju.loan.referencerate.model.PublishedRate;
import io.anju.loan.referencerate.model.Rate;
import io.anju.loan.referencerate.model.RateProposal;
import io.anju.loan.referencerate.model.RateRefusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Publishing a reference rate: one officer proposes, a second one sees what is proposed and confirms or rejects it. */
@Path("/api/v1/staff/reference-rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reference rates")
@RolesAllowed({"loan-officer", "approver"})
public class StaffReferenceRateResource {

    private final Commands commands;
    private final Transactions transactions;
    private final ReferenceRates rates;
    private final Caller caller;

    StaffReferenceRateResource(Commands commands, Transactions transactions, ReferenceRates rates, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.rates = rates;
        this.caller = caller;
    }

    /**
     * A rate to publish.
     *
     * @param date in force from that day on; later than the newest publication, and at most 60 days ahead
     * @param value decimal fraction; the LPR in steps of 0.0005
     */
    @RegisterForReflection
    public record Proposal(
            @NotNull Rate rate,
            @NotNull @CivilDate LocalDate date,

            @NotNull
            @DecimalMin("0.0001")
            @DecimalMax("0.25")
            @Digits(integer = 1, fraction = 6)
            @Schema(type = SchemaType.STRING, examples = "0.0385")
            BigDecimal value) {}

    /** The first officer's half. */
    @POST
    @Idempotent
    @Operation(summary = "Propose a rate; 409 RATE_DATE_NOT_AFTER_LAST, 422 RATE_NOT_A_STEP, RATE_DATE_TOO_FAR_AHEAD")
    @APIResponseSchema(value = ProposalView.class, responseCode = "201")
    public Uni<Response> propose(@NotNull @Valid Proposal body) {
        UUID officer = caller.id();
        var rate = new PublishedRate(body.rate(), body.date(), body.value());
        return commands.run(tx -> rates.propose(tx, rate, officer)
                .map(result -> Reply.of(
                        result,
                        proposal -> Reply.created(
                                "/api/v1/staff/reference-rates/" + proposal.id(), ProposalView.of(proposal)),
                        StaffReferenceRateResource::status)));
    }

    /** The second officer's half. */
    @POST
    @Path("/{id}/confirmation")
    @Idempotent
    @Operation(summary = "Publish a proposed rate; 403 SAME_PERSON, 409 RATE_ALREADY_PUBLISHED, RATE_PROPOSAL_ENDED")
    @APIResponseSchema(ProposalView.class)
    public Uni<Response> confirm(@PathParam("id") UUID id) {
        UUID officer = caller.id();
        return commands.run(tx -> rates.confirm(tx, id, officer).map(StaffReferenceRateResource::reply));
    }

    /** The second officer's no. */
    @POST
    @Path("/{id}/rejection")
    @Idempotent
    @Operation(summary = "Reject a proposed rate; 403 SAME_PERSON, 409 RATE_ALREADY_PUBLISHED, RATE_PROPOSAL_ENDED")
    @APIResponseSchema(ProposalView.class)
    public Uni<Response> reject(@PathParam("id") UUID id) {
        UUID officer = caller.id();
        return commands.run(tx -> rates.reject(tx, id, officer).map(StaffReferenceRateResource::reply));
    }

    /** The first officer thinks better of it. */
    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Operation(
            summary =
                    "Take back a rate one has proposed; 403 NOT_THE_PROPOSER, 409 RATE_ALREADY_PUBLISHED, RATE_PROPOSAL_ENDED")
    @APIResponseSchema(ProposalView.class)
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        UUID officer = caller.id();
        return commands.run(tx -> rates.withdraw(tx, id, officer).map(StaffReferenceRateResource::reply));
    }

    /** What is waiting, and what became of the rest. */
    @GET
    @Operation(summary = "Proposed rates, the newest first")
    public Uni<RestResponse<Page<ProposalView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> rates.listProposals(tx, Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<RateProposal>of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(ProposalView::of)
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One proposed rate")
    public Uni<ProposalView> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> rates.findProposal(tx, id))
                .map(found -> ProposalView.of(found.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    /** Without a result there is no such proposal. */
    private static <T extends RateProposal> Reply reply(Optional<Result<T, RateRefusal>> found) {
        return found.map(result -> Reply.of(
                        result, proposal -> Reply.ok(ProposalView.of(proposal)), StaffReferenceRateResource::status))
                .orElseGet(() -> Reply.problem(Problem.notFound()));
    }

    private static int status(RateRefusal refusal) {
        return switch (refusal) {
            case RateRefusal.SamePerson same -> 403;
            case RateRefusal.NotTheProposer other -> 403;
            case RateRefusal.NotAStep step -> 422;
            case RateRefusal.TooFarAhead date -> 422;
            case RateRefusal.NotAfterLast date -> 409;
            case RateRefusal.AlreadyPublished already -> 409;
            case RateRefusal.AlreadyEnded ended -> 409;
        };
    }
}
