package io.anju.loan.application.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.caller.RequiresLevel;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.http.ETags;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.anju.loan.application.Origination;
import io.anju.loan.application.model.ApplicationDraft;
import io.anju.loan.application.model.LoanApplication;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A borrower's applications; somebody else's id answers like one that does not exist. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "applications")
@RolesAllowed("customer")
public class ApplicationResource {

    static final String PATH = "/api/v1/applications/";

    private final Transactions transactions;
    private final Commands commands;
    private final Origination origination;
    private final Caller caller;

    ApplicationResource(Transactions transactions, Commands commands, Origination origination, Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.origination = origination;
        this.caller = caller;
    }

    /**
     * A new application.
     *
     * @param product code of the product
     * @param content what is known already; may be missing
     */
    @RegisterForReflection
    public record Beginning(
            @NotNull @Size(max = 40) String product,
            @Nullable @Valid ContentBody content) {}

    /** Begins a draft. */
    @POST
    @Idempotent
    @Operation(summary = "Begin an application; 400 PRODUCT_NOT_OFFERED, 409 TOO_MANY_DRAFTS")
    @APIResponseSchema(value = ApplicationView.class, responseCode = "201")
    public Uni<Response> begin(@NotNull @Valid Beginning body) {
        UUID customer = caller.id();
        var content =
                Objects.requireNonNullElse(body.content(), ContentBody.NOTHING).onto(ApplicationDraft.EMPTY);
        return commands.run(tx -> origination
                .begin(tx, customer, body.product(), content)
                .map(result -> ApplicationReplies.of(
                        result,
                        begun -> begun.map(ApplicationResource::created)
                                .orElseGet(() -> Reply.problem(
                                        Problem.invalid(FieldError.of("product", "PRODUCT_NOT_OFFERED")))))));
    }

    /** The caller's own, newest first. */
    @GET
    @Operation(summary = "My applications")
    public Uni<RestResponse<Page<ApplicationView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        UUID customer = caller.id();
        UUID before = Cursors.decodeId(query.cursor).orElse(null);
        return transactions
                .run(tx -> origination.list(tx, customer, before, query.limit + 1))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.dossier().id().toString()))
                        .map(ApplicationView::of)
                        .response(uri));
    }

    /** One of the caller's own, with its ETag. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One of my applications")
    @APIResponseSchema(ApplicationView.class)
    public Uni<Response> get(@PathParam("id") UUID id) {
        UUID customer = caller.id();
        return transactions
                .run(tx -> origination.find(tx, id, customer))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(found -> ETags.response(found.dossier().version(), ApplicationView.of(found)));
    }

    /** Fills in further; fields that are missing stay as they are. */
    @PATCH
    @Path("/{id}")
    @HeedsIfMatch(table = "application", required = true)
    @Operation(summary = "Fill in further; 412 STALE_VERSION, 428 IF_MATCH_MISSING, 409 NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(ApplicationView.class)
    public Uni<Response> edit(@PathParam("id") UUID id, @NotNull @Valid ContentBody body) {
        UUID customer = caller.id();
        return commands.run(tx -> origination
                .edit(tx, id, customer, body::onto)
                .map(result -> ApplicationReplies.of(result, ApplicationResource::ok)));
    }

    /**
     * Hands it in: opens only with a verification for this act, this application and this very body.
     *
     * @param body says nothing more, and is read because the verification is bound to its bytes
     */
    @POST
    @Path("/{id}/submission")
    @HeedsIfMatch(table = "application")
    @RequiresLevel("L3")
    @RequiresVerification(act = "application.submit", resource = PATH + "{id}")
    @Idempotent
    @Operation(summary = "Submit; 422 APPLICATION_INCOMPLETE, 409 CREDIT_CHECK_CONSENT_MISSING, NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(ApplicationView.class)
    public Uni<Response> submit(@PathParam("id") UUID id, String body) {
        UUID customer = caller.id();
        return commands.run(tx -> origination
                .submit(tx, id, customer)
                .map(result -> ApplicationReplies.of(result, ApplicationResource::ok)));
    }

    /** Walks away, without a reason. */
    @POST
    @Path("/{id}/withdrawal")
    @HeedsIfMatch(table = "application")
    @Idempotent
    @Operation(summary = "Withdraw; 409 NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(ApplicationView.class)
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        UUID customer = caller.id();
        return commands.run(tx -> origination
                .withdraw(tx, id, customer)
                .map(result -> ApplicationReplies.of(result, ApplicationResource::ok)));
    }

    /** What happened to it, in order. */
    @GET
    @Path("/{id}/timeline")
    @Operation(summary = "Timeline of an application")
    public Uni<RestResponse<Page<TimelineView>>> timeline(
            @PathParam("id") UUID id, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        UUID customer = caller.id();
        // A timeline only grows at its end: what was shown stays in its place.
        int start = Cursors.decode(query.cursor, Integer::parseUnsignedInt).orElse(0);
        return transactions
                .run(tx -> origination.timeline(tx, id, customer, start, query.limit + 1))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(entries -> Page.of(
                                entries, query.limit, last -> Cursors.encode(Integer.toString(start + query.limit)))
                        .map(TimelineView::of)
                        .response(uri));
    }

    private static Reply created(LoanApplication application) {
        var dossier = application.dossier();
        return Reply.created(PATH + dossier.id(), ApplicationView.of(application))
                .withETag(dossier.version());
    }

    private static Reply ok(LoanApplication application) {
        return Reply.ok(ApplicationView.of(application))
                .withETag(application.dossier().version());
    }
}
