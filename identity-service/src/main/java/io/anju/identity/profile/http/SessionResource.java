package io.anju.identity.profile.http;

import io.anju.identity.http.SessionOfCaller;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.session.Sessions;
import io.anju.identity.session.model.Session;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** Devices that are signed in. */
@Path("/api/v1/me/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"customer", "loan-officer", "approver", "teller", "risk-officer", "compliance", "auditor", "admin"})
public class SessionResource {

    /** @param current whether it is the one that asks */
    @RegisterForReflection
    public record SessionBody(
            UUID id,
            String deviceName,
            ProofMethod method,
            Instant signedInAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean current) {}

    /** @param ended sessions that were live until now */
    @RegisterForReflection
    public record SignedOut(int ended) {}

    private final Transactions transactions;
    private final Commands commands;
    private final Sessions sessions;
    private final Caller caller;
    private final SessionOfCaller present;

    SessionResource(
            Transactions transactions, Commands commands, Sessions sessions, Caller caller, SessionOfCaller present) {
        this.transactions = transactions;
        this.commands = commands;
        this.sessions = sessions;
        this.caller = caller;
        this.present = present;
    }

    /** Live sessions, newest first. */
    @GET
    public Uni<RestResponse<Page<SessionBody>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> sessions.list(tx, caller.id()))
                .map(all -> Page.from(
                                all, query, session -> session.opening().id().toString())
                        .map(this::body)
                        .response(uri));
    }

    private SessionBody body(Session.Live session) {
        var opening = session.opening();
        return new SessionBody(
                opening.id(),
                opening.deviceName(),
                opening.method(),
                opening.at(),
                session.lastUsedAt(),
                session.expiresAt(),
                present.id().map(opening.id()::equals).orElse(false));
    }

    /** Signs one device out; its access token ends within ten minutes, its refresh token at once. */
    @DELETE
    @Path("{id}")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> end(@PathParam("id") UUID id) {
        return commands.run(tx -> sessions.end(tx, caller.id(), id)
                .map(ended -> ended ? Reply.noContent() : Reply.problem(Problem.notFound())));
    }

    /** Signs out everywhere, here too. */
    @DELETE
    @APIResponseSchema(SignedOut.class)
    public Uni<Response> endAll() {
        return commands.run(tx -> sessions.endAll(tx, caller.id()).map(ended -> Reply.ok(new SignedOut(ended))));
    }
}
