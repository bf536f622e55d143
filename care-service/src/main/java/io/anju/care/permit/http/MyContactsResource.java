package io.anju.care.permit.http;

import io.anju.care.permit.ContactOutcomes;
import io.anju.care.permit.ContactRecord;
import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactOutcome;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who asked to contact the caller, and the caller's "not again". */
@Path("/api/v1/me/contacts")
@RolesAllowed("customer")
public class MyContactsResource {

    private final ContactOutcomes contacts;
    private final Transactions transactions;
    private final Commands commands;
    private final Caller caller;

    MyContactsResource(ContactOutcomes contacts, Transactions transactions, Commands commands, Caller caller) {
        this.contacts = contacts;
        this.transactions = transactions;
        this.commands = commands;
        this.caller = caller;
    }

    /**
     * @param decision PERMITTED or REFUSED
     * @param reasons codes of every rule that refused
     * @param outcome how it went, once the agency has reported it
     */
    @RegisterForReflection
    record ContactView(
            UUID id,
            String agency,
            ContactPurpose purpose,
            ContactChannel channel,
            String campaign,
            Instant plannedAt,
            Instant decidedAt,
            String decision,
            List<String> reasons,
            @Nullable ContactOutcome outcome) {

        static ContactView of(ContactRecord contact) {
            return new ContactView(
                    contact.id(),
                    contact.agency(),
                    contact.purpose(),
                    contact.channel(),
                    contact.campaign(),
                    contact.plannedAt(),
                    contact.decidedAt(),
                    contact.codes().isEmpty() ? "PERMITTED" : "REFUSED",
                    contact.codes(),
                    contact.outcome().orElse(null));
        }
    }

    @RegisterForReflection
    record Refusal(@NotNull ContactPurpose purpose, @NotNull ContactChannel channel) {}

    @GET
    @Operation(summary = "Every contact asked for about me, permitted or refused, newest first")
    public Uni<RestResponse<Page<ContactView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var customer = caller.id();
        var before = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> contacts.list(tx, customer, before, query.limit + 1))
                .map(rows -> Page.of(
                                rows,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(ContactView::of)
                        .response(uri));
    }

    @POST
    @Path("/refusals")
    @Idempotent
    @Operation(summary = "Do not contact me for this purpose by this channel", description = "Holds at once, for good.")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> refuse(@Valid @NotNull Refusal body) {
        var customer = caller.id();
        return commands.run(tx ->
                contacts.refuse(tx, customer, body.purpose(), body.channel()).map(kept -> Reply.noContent()));
    }
}
