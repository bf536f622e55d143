package io.anju.identity.authority.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.authority.Authority;
import io.anju.identity.authority.Proposals;
import io.anju.identity.authority.model.Proposal;
import io.anju.identity.http.Language;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.id.Ids;
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
import jakarta.validation.constraints.NotNull;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Who of the staff and the partners may do what. One person proposes a change; another approves it with their own passkey,
 * or anybody of the two roles rejects it.
 */
@Path("/api/v1/staff/authority-changes")
@Produces(MediaType.APPLICATION_JSON)
public class AuthorityResource {

    /** @param note for the record */
    @RegisterForReflection
    public record Note(@Size(max = 500) @Nullable String note) {}

    /** @param enrolmentCode to be handed over in person; it is not shown again, except to the same request */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record Decided(ChangeBody change, @Nullable String enrolmentCode) {

        @Override
        public String toString() {
            return "Decided " + change.id();
        }
    }

    private final Transactions transactions;
    private final Commands commands;
    private final Authority authority;
    private final Proposals proposals;
    private final Caller caller;
    private final Language language;
    private final Ids ids;

    AuthorityResource(
            Transactions transactions,
            Commands commands,
            Authority authority,
            Proposals proposals,
            Caller caller,
            Language language,
            Ids ids) {
        this.transactions = transactions;
        this.commands = commands;
        this.authority = authority;
        this.proposals = proposals;
        this.caller = caller;
        this.language = language;
        this.ids = ids;
    }

    /** Proposes a change; nothing changes before a second person approves it, within seven days. */
    @POST
    @Idempotent
    @RolesAllowed({"admin", "compliance"})
    @APIResponseSchema(value = ChangeBody.class, responseCode = "201")
    public Uni<Response> propose(@NotNull @Valid ProposeChange request) {
        var change = request.change(ids.next());
        return commands.run(tx -> authority
                .propose(tx, hand(), change, request.reason())
                .map(result -> AuthorityProblems.reply(
                        result,
                        open -> Reply.created(
                                "/api/v1/staff/authority-changes/"
                                        + open.opened().id(),
                                ChangeBody.of(open)),
                        language.tag())));
    }

    /** Approves and carries out, as somebody else than the proposer and than the member whom it concerns. */
    @POST
    @Path("{id}/approval")
    @Idempotent
    @RolesAllowed({"admin", "compliance"})
    @RequiresVerification(act = "authority.approve", resource = "/api/v1/staff/authority-changes/{id}")
    @APIResponseSchema(Decided.class)
    public Uni<Response> approve(@PathParam("id") UUID id, @NotNull @Valid Note request) {
        return commands.run(tx -> authority
                .approve(tx, hand(), id, Optional.ofNullable(request.note()))
                .map(result -> AuthorityProblems.reply(result, AuthorityResource::decided, language.tag())));
    }

    /** Rejects; the proposer takes a proposal back by it. */
    @POST
    @Path("{id}/rejection")
    @Idempotent
    @RolesAllowed({"admin", "compliance"})
    @APIResponseSchema(Decided.class)
    public Uni<Response> reject(@PathParam("id") UUID id, @NotNull @Valid Note request) {
        return commands.run(tx -> authority
                .reject(tx, hand(), id, Optional.ofNullable(request.note()))
                .map(result -> AuthorityProblems.reply(result, AuthorityResource::decided, language.tag())));
    }

    private static Reply decided(Authority.Outcome outcome) {
        return Reply.ok(new Decided(
                ChangeBody.of(outcome.proposal()), outcome.enrolmentCode().orElse(null)));
    }

    /**
     * Newest first.
     *
     * @param open only those that wait for their second person
     */
    @GET
    @RolesAllowed({"admin", "compliance", "auditor"})
    public Uni<RestResponse<Page<ChangeBody>>> list(
            @BeanParam @Valid PageQuery query,
            @QueryParam("open") @DefaultValue("false") boolean open,
            @Context UriInfo uri) {
        var before = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> open
                        ? proposals.listOpen(tx, before, query.limit + 1)
                        : proposals.list(tx, before, query.limit + 1))
                .map(found -> page(found, query).response(uri));
    }

    static Page<ChangeBody> page(List<Proposal> found, PageQuery query) {
        return Page.of(
                        found,
                        query.limit,
                        last -> Cursors.encode(last.opened().id().toString()))
                .map(ChangeBody::of);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "compliance", "auditor"})
    public Uni<ChangeBody> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> proposals.find(tx, id))
                .map(found -> ChangeBody.of(found.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    private Authority.Hand hand() {
        return new Authority.Hand(caller.id(), caller.roles());
    }
}
