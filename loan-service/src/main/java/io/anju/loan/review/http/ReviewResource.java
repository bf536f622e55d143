package io.anju.loan.review.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.http.ETags;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.anju.loan.application.model.State;
import io.anju.loan.application.model.Verdict;
import io.anju.loan.review.Redrafting;
import io.anju.loan.review.Review;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The officers' desk: one person recommends, another decides. */
@Path("/api/v1/staff/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "review")
@RolesAllowed({"loan-officer", "approver"})
public class ReviewResource {

    private final Transactions transactions;
    private final Commands commands;
    private final Review review;
    private final Redrafting redrafting;
    private final CaseReplies replies;
    private final Caller caller;

    ReviewResource(
            Transactions transactions,
            Commands commands,
            Review review,
            Redrafting redrafting,
            CaseReplies replies,
            Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.review = review;
        this.redrafting = redrafting;
        this.replies = replies;
        this.caller = caller;
    }

    /**
     * The first person's advice.
     *
     * @param note why; nothing that names a person
     */
    @RegisterForReflection
    public record RecommendationBody(
            @NotNull Verdict recommendation,
            @NotBlank @Size(max = 1000) String note) {}

    /**
     * The second person's decision.
     *
     * @param reasons codes that the borrower is told; at least one to decline
     */
    @RegisterForReflection
    public record DecisionBody(
            @NotNull Verdict decision,
            @Nullable @Size(max = 10) List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,40}") String> reasons) {

        List<String> told() {
            return Objects.requireNonNullElse(reasons, List.of());
        }

        /** A decline can be explained and appealed (个人信息保护法 24): whoever is declined is told why. */
        boolean declinesWithoutReason() {
            return decision == Verdict.DECLINE && told().isEmpty();
        }
    }

    /** What the borrower is asked for, in words. */
    @RegisterForReflection
    public record InformationBody(@NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 500) String> requests) {}

    /** Cases in a state, oldest first. */
    @GET
    @Operation(summary = "Queue of cases")
    public Uni<RestResponse<Page<QueueItem>>> queue(
            @QueryParam("state") @DefaultValue("IN_REVIEW") State state,
            @BeanParam @Valid PageQuery query,
            @Context UriInfo uri) {
        UUID after = Cursors.decodeId(query.cursor).orElse(null);
        return transactions
                .run(tx -> review.queue(tx, state, after, query.limit + 1))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.dossier().id().toString()))
                        .map(QueueItem::of)
                        .response(uri));
    }

    /** One case with what the checks found. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One case")
    @APIResponseSchema(CaseView.class)
    public Uni<Response> open(@PathParam("id") UUID id) {
        UUID officer = caller.id();
        return transactions
                .run(tx -> review.open(tx, id, officer)
                        .call(found -> found.map(file -> replies.told(tx, file.application()))
                                .orElseGet(() -> Uni.createFrom().voidItem())))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(file -> ETags.response(file.application().dossier().version(), CaseView.of(file)));
    }

    /** Takes it off the queue for a while. */
    @POST
    @Path("/{id}/claim")
    @HeedsIfMatch(table = "application")
    @Idempotent
    @Operation(summary = "Claim a case; 409 CLAIMED_BY_ANOTHER, NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(CaseView.class)
    public Uni<Response> claim(@PathParam("id") UUID id) {
        UUID officer = caller.id();
        return commands.run(tx -> review.claim(tx, id, officer).flatMap(result -> replies.of(tx, result)));
    }

    /** Asks the borrower for more. */
    @POST
    @Path("/{id}/information-requests")
    @HeedsIfMatch(table = "application")
    @Idempotent
    @Operation(summary = "Ask for more information; 409 CLAIMED_BY_ANOTHER, NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(CaseView.class)
    public Uni<Response> requestInformation(@PathParam("id") UUID id, @NotNull @Valid InformationBody body) {
        UUID officer = caller.id();
        return commands.run(tx ->
                review.requestInformation(tx, id, officer, body.requests()).flatMap(result -> replies.of(tx, result)));
    }

    /** Has it checked again. */
    @POST
    @Path("/{id}/check")
    @HeedsIfMatch(table = "application")
    @Idempotent
    @Operation(summary = "Have a case checked again; 409 CLAIMED_BY_ANOTHER, NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(CaseView.class)
    public Uni<Response> checkAgain(@PathParam("id") UUID id) {
        UUID officer = caller.id();
        return commands.run(tx -> review.checkAgain(tx, id, officer).flatMap(result -> replies.of(tx, result)));
    }

    /** The first person's half. */
    @POST
    @Path("/{id}/recommendation")
    @HeedsIfMatch(table = "application")
    @RolesAllowed("loan-officer")
    @Idempotent
    @Operation(summary = "Recommend; 409 CLAIMED_BY_ANOTHER, NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(CaseView.class)
    public Uni<Response> recommend(@PathParam("id") UUID id, @NotNull @Valid RecommendationBody body) {
        UUID officer = caller.id();
        return commands.run(tx -> review.recommend(tx, id, officer, body.recommendation(), body.note())
                .flatMap(result -> replies.of(tx, result)));
    }

    /**
     * The second person's half: opens only with a verification for this act, this case and this very body. With
     * {@code If-Match} it names the copy of the case, advice and all, that it rests on.
     */
    @POST
    @Path("/{id}/decision")
    @HeedsIfMatch(table = "application")
    @RolesAllowed("approver")
    @RequiresVerification(act = "application.approve", resource = "/api/v1/staff/applications/{id}")
    @Idempotent
    @Operation(
            summary =
                    "Decide; 403 SAME_PERSON, 409 NOT_RECOMMENDED, RECOMMENDED_TO_DECLINE, RULES_NOT_MET, NOT_POSSIBLE_IN_STATE, 412 STALE_VERSION")
    @APIResponseSchema(CaseView.class)
    public Uni<Response> decide(@PathParam("id") UUID id, @NotNull @Valid DecisionBody body) {
        if (body.declinesWithoutReason()) {
            throw ProblemException.invalid(FieldError.of("reasons", "DECLINE_WITHOUT_REASON"));
        }
        UUID approver = caller.id();
        return commands.run(tx -> review.decide(tx, id, approver, body.decision(), body.told())
                .flatMap(result -> replies.of(tx, result)));
    }

    /** Another contract, where the one before came to nothing. */
    @POST
    @Path("/{id}/contract-request")
    @RolesAllowed("approver")
    @HeedsIfMatch(table = "application")
    @Idempotent
    @Operation(summary = "Offer another contract; 409 APPROVAL_LAPSED, NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(CaseView.class)
    public Uni<Response> requestContract(@PathParam("id") UUID id) {
        UUID officer = caller.id();
        return commands.run(tx -> redrafting.byBank(tx, id, officer).flatMap(result -> replies.of(tx, result)));
    }
}
