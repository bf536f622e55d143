package io.anju.identity.export.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.anju.identity.export.ExportPage;
import io.anju.identity.export.Exports;
import io.anju.identity.export.model.Export;
import io.anju.identity.export.model.ExportRefusal;
import io.anju.identity.export.model.Part;
import io.anju.identity.http.Language;
import io.anju.identity.http.Outcome;
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
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The right to a copy (PIPL art. 45): what is kept here but for what a law keeps secret, and where to get what others keep.
 */
@Path("/api/v1/me/exports")
@RolesAllowed("customer")
public class ExportResource {

    /** Where it stands. */
    public enum State {
        GATHERING,
        READY,
        GONE
    }

    /**
     * A copy under way or made.
     *
     * @param done parts that are gathered
     * @param parts parts there are
     * @param data path of the copy for programs, while it can be fetched
     * @param page path of the copy for people, while it can be fetched
     * @param expiresAt until when
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record ExportBody(
            UUID id,
            State state,
            Instant requestedAt,
            int done,
            int parts,
            @Nullable String data,
            @Nullable String page,
            @Nullable Instant expiresAt) {

        static ExportBody of(Export export) {
            int parts = Part.values().length;
            var opening = export.opening();
            return switch (export) {
                case Export.Gathering gathering ->
                    new ExportBody(
                            opening.id(),
                            State.GATHERING,
                            opening.at(),
                            gathering.done().size(),
                            parts,
                            null,
                            null,
                            null);
                case Export.Ready ready ->
                    new ExportBody(
                            opening.id(),
                            State.READY,
                            opening.at(),
                            parts,
                            parts,
                            path(opening) + "/data",
                            path(opening) + "/page",
                            ready.expiresAt());
                case Export.Gone gone ->
                    new ExportBody(opening.id(), State.GONE, opening.at(), parts, parts, null, null, gone.expiredAt());
            };
        }
    }

    /**
     * @param parts by name, each an array
     * @param cutAt parts that have more entries than a copy holds, and how many are in it, the newest
     */
    @RegisterForReflection
    public record DataBody(UUID export, Instant madeAt, Map<Part, JsonNode> parts, Map<Part, Integer> cutAt) {

        @Override
        public String toString() {
            return "DataBody";
        }
    }

    private final Commands commands;
    private final Transactions transactions;
    private final Exports exports;
    private final Caller caller;
    private final Language language;

    ExportResource(Commands commands, Transactions transactions, Exports exports, Caller caller, Language language) {
        this.commands = commands;
        this.transactions = transactions;
        this.exports = exports;
        this.caller = caller;
        this.language = language;
    }

    /** Asks for a copy, which is made within seconds; while one is under way, it is that one. */
    @POST
    @Idempotent
    @RequiresVerification(act = "privacy.export", resource = "/api/v1/me/exports")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(value = ExportBody.class, responseCode = "202")
    public Uni<Response> ask() {
        var tongue = language.tag().startsWith("zh") ? "zh" : "en";
        return commands.run(tx -> exports.open(tx, caller.id(), tongue)
                .map(export -> Reply.accepted(ExportBody.of(export)).withHeader("Location", path(export.opening()))));
    }

    /** Newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<Page<ExportBody>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> exports.list(tx, caller.id(), Cursors.decodeId(query.cursor), query.limit + 1))
                .map(rows -> Page.of(
                                rows,
                                query.limit,
                                export -> Cursors.encode(export.opening().id().toString()))
                        .map(ExportBody::of)
                        .response(uri));
    }

    /** How far it is. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<ExportBody> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> exports.find(tx, caller.id(), id))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(ExportBody::of);
    }

    /** The copy for programs. */
    @GET
    @Path("{id}/data")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(DataBody.class)
    public Uni<Response> data(@PathParam("id") UUID id) {
        return fetch(id)
                .map(copy -> file(
                        new DataBody(copy.export().opening().id(), copy.export().at(), copy.parts(), copy.cutAt()),
                        "anju-" + id + ".json"));
    }

    /** The copy for people, in the language in which it was asked for. */
    @GET
    @Path("{id}/page")
    @Produces({MediaType.TEXT_HTML + ";charset=utf-8"})
    @APIResponseSchema(String.class)
    public Uni<Response> page(@PathParam("id") UUID id) {
        return fetch(id).map(copy -> file(ExportPage.of(copy), "anju-" + id + ".html"));
    }

    private Uni<Exports.Copy> fetch(UUID id) {
        return transactions
                .run(tx -> exports.fetch(tx, caller.id(), id))
                .map(result -> Outcome.orProblem(result, ExportResource::status));
    }

    private static Response file(Object content, String name) {
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", ExportPage.POLICY)
                .build();
    }

    private static String path(Export.Opening opening) {
        return "/api/v1/me/exports/" + opening.id();
    }

    private static int status(ExportRefusal refusal) {
        return switch (refusal) {
            case ExportRefusal.NotReady ignored -> 409;
            case ExportRefusal.Expired ignored -> 410;
            case ExportRefusal.NotFound ignored -> 404;
        };
    }
}
