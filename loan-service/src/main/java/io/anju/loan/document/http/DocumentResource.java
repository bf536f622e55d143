package io.anju.loan.document.http;

import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Reply;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.loan.application.model.DocumentKind;
import io.anju.loan.document.ContentVault;
import io.anju.loan.document.DocumentCases;
import io.anju.loan.document.DocumentCases.Admitted;
import io.anju.loan.document.DocumentCases.Taken;
import io.anju.loan.document.DocumentCases.Upload;
import io.anju.loan.document.Documents.Kept;
import io.anju.loan.document.model.DocumentRefusal;
import io.anju.loan.document.model.Reader;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Documents of an application. The body of an upload is the document itself; neither it nor a download is ever held in
 * memory as a whole.
 */
@Path("/api/v1/applications/{id}/documents")
@Tag(name = "documents")
public class DocumentResource {

    private final Transactions transactions;
    private final Commands commands;
    private final DocumentCases documents;
    private final ContentVault vault;
    private final Caller caller;

    DocumentResource(
            Transactions transactions, Commands commands, DocumentCases documents, ContentVault vault, Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.documents = documents;
        this.vault = vault;
        this.caller = caller;
    }

    /**
     * Takes a document. Sending the same content for the same purpose again answers {@code 200} with the first one.
     *
     * @param kind what it backs
     * @param body the document
     */
    @POST
    @SafeToRepeat("the same content for the same purpose is kept once, and the first one is answered")
    @Consumes({"application/pdf", "image/jpeg", "image/png", "image/heic", "application/octet-stream"})
    @RolesAllowed("customer")
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            summary =
                    "Upload; 409 NO_DOCUMENTS_IN_STATE, TOO_MANY_DOCUMENTS, DOCUMENT_SPACE_USED, 413 DOCUMENT_TOO_LARGE, 415 DOCUMENT_TYPE_REFUSED, 507 DOCUMENT_STORE_FULL")
    @APIResponse(
            responseCode = "200",
            description = "Kept already",
            content = @Content(schema = @Schema(implementation = DocumentView.class)))
    @APIResponseSchema(value = DocumentView.class, responseCode = "201")
    public Uni<Response> upload(
            @PathParam("id") UUID application, @QueryParam("kind") @NotNull DocumentKind kind, InputStream body) {
        UUID customer = caller.id();
        Executor loop = eventLoop();
        return Uni.createFrom()
                .voidItem()
                .emitOn(loop)
                .flatMap(now -> transactions.run(tx -> documents.admit(tx, application, customer)))
                .map(DocumentResource::orThrow)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(admitted -> store(admitted, application, customer, kind, body, loop));
    }

    private Uni<Response> store(
            Admitted admitted, UUID application, UUID customer, DocumentKind kind, InputStream body, Executor loop) {
        UUID id = admitted.id();
        var upload = new Upload(id, application, customer, kind, orThrow(vault.put(id, body, admitted.room())));
        return Uni.createFrom()
                .voidItem()
                .emitOn(loop)
                .flatMap(now -> commands.run(tx -> documents.keep(tx, upload).map(DocumentResource::reply)))
                .onItemOrFailure()
                .call((response, failure) -> response != null && response.getStatus() == 201
                        ? Uni.createFrom().voidItem()
                        : forget(id));
    }

    /** A content without a row is of no use to anyone. */
    private Uni<Void> forget(UUID id) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> vault.remove(id))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Reply reply(Result<Taken, DocumentRefusal> result) {
        return Reply.of(result, DocumentResource::taken, DocumentResource::status);
    }

    private static Reply taken(Taken taken) {
        var document = taken.document();
        var view = DocumentView.of(document);
        return taken.added()
                ? Reply.created("/api/v1/applications/" + document.applicationId() + "/documents/" + view.id(), view)
                : Reply.ok(view);
    }

    /** The borrower's own, or those of the case that an officer has claimed. */
    @GET
    @RolesAllowed({"customer", "loan-officer", "approver"})
    @Operation(summary = "Documents of an application")
    public Uni<RestResponse<Page<DocumentView>>> list(
            @PathParam("id") UUID application, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        Reader reader = reader();
        return transactions
                .run(tx -> documents.list(tx, application, reader))
                .map(result -> Page.from(
                                orThrow(result),
                                query,
                                document -> document.id().toString())
                        .map(DocumentView::of)
                        .response(uri));
    }

    /** What is known of one document, without its content; for those who may read the list. */
    @GET
    @Path("/{document}")
    @RolesAllowed({"customer", "loan-officer", "approver"})
    @Operation(summary = "One document")
    public Uni<DocumentView> get(@PathParam("id") UUID application, @PathParam("document") UUID document) {
        Reader reader = reader();
        return transactions
                .run(tx -> documents.list(tx, application, reader))
                .map(result -> orThrow(result).stream()
                        .filter(kept -> kept.id().equals(document))
                        .findFirst()
                        .map(DocumentView::of)
                        .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    /** The content; who read it is recorded. */
    @GET
    @Path("/{document}/content")
    @RolesAllowed({"customer", "loan-officer", "approver"})
    @Blocking
    @Operation(summary = "Content of a document")
    @APIResponse(
            responseCode = "200",
            description = "The document in the format in which it was uploaded",
            content = @Content(mediaType = "*/*", schema = @Schema(implementation = byte[].class)))
    public Uni<Response> content(@PathParam("id") UUID application, @PathParam("document") UUID document) {
        Reader reader = reader();
        return Uni.createFrom()
                .voidItem()
                .emitOn(eventLoop())
                .flatMap(now -> transactions.run(tx -> documents.read(tx, application, document, reader)))
                .map(DocumentResource::orThrow)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::open);
    }

    private Response open(Kept kept) {
        var document = kept.document();
        return Response.ok(
                        vault.open(document.id(), kept.sealedKey()),
                        document.type().mediaType())
                .header("Content-Length", document.size())
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .build();
    }

    private Reader reader() {
        return caller.is("customer") ? new Reader.Owner(caller.id()) : new Reader.Officer(caller.id());
    }

    /** Runs on this request's event loop: where sessions live, while contents are moved on worker threads. */
    private static Executor eventLoop() {
        var context = Vertx.currentContext();
        return command -> context.runOnContext(now -> command.run());
    }

    private static <T> T orThrow(Result<T, DocumentRefusal> result) {
        return switch (result) {
            case Result.Ok<T, DocumentRefusal>(T value) -> value;
            case Result.Refused<T, DocumentRefusal>(DocumentRefusal refusal) ->
                throw new ProblemException(Problem.of(status(refusal), refusal));
        };
    }

    private static int status(DocumentRefusal refusal) {
        return switch (refusal) {
            case DocumentRefusal.NotFound missing -> 404;
            case DocumentRefusal.NotPossible state -> 409;
            case DocumentRefusal.TooMany count -> 409;
            case DocumentRefusal.SpaceUsed bytes -> 409;
            // RFC 4918 11.5; not 503, since the same upload a moment later would not be taken either.
            case DocumentRefusal.NoRoom disk -> 507;
            case DocumentRefusal.TooLarge size -> 413;
            case DocumentRefusal.WrongType type -> 415;
        };
    }
}
