package io.anju.identity.erasure.http;

import io.anju.identity.erasure.LegalHolds;
import io.anju.identity.erasure.model.LegalHold;
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
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Holding a customer's data back from erasure: a court's order, an investigation. */
@Path("/api/v1/staff/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("compliance")
public class LegalHoldResource {

    /** @param reference of the order; no personal data */
    @RegisterForReflection
    public record PlaceHold(
            @NotNull UUID customer,
            @NotBlank @Size(max = 120) String reference) {}

    /**
     * A hold in force.
     *
     * @param placedBy the officer
     */
    @RegisterForReflection
    public record HoldBody(UUID id, UUID customer, String reference, UUID placedBy, Instant placedAt) {

        static HoldBody of(LegalHold hold) {
            return new HoldBody(hold.id(), hold.customerId(), hold.reference(), hold.placedBy(), hold.placedAt());
        }
    }

    private final Transactions transactions;
    private final Commands commands;
    private final LegalHolds holds;
    private final Caller caller;

    LegalHoldResource(Transactions transactions, Commands commands, LegalHolds holds, Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.holds = holds;
        this.caller = caller;
    }

    /** Those in force, the oldest first. */
    @GET
    public Uni<RestResponse<Page<HoldBody>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var after = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> holds.list(tx, after, query.limit + 1))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(HoldBody::of)
                        .response(uri));
    }

    /** One that is in force. */
    @GET
    @Path("{id}")
    public Uni<HoldBody> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> holds.find(tx, id))
                .map(found -> HoldBody.of(found.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    /** From now on this customer is not erased; of one who is, nothing goes that is left. */
    @POST
    @Idempotent
    @APIResponseSchema(value = HoldBody.class, responseCode = "201")
    public Uni<Response> place(@NotNull @Valid PlaceHold request) {
        return commands.run(tx -> holds.place(tx, caller.id(), request.customer(), request.reference())
                .map(result -> Reply.of(
                        result,
                        hold -> Reply.created("/api/v1/staff/legal-holds/" + hold.id(), HoldBody.of(hold)),
                        ErasureResource::status)));
    }

    /** Lifts it; what was kept past its day goes at the next round. */
    @DELETE
    @Path("{id}")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> lift(@PathParam("id") UUID id) {
        return commands.run(tx -> holds.lift(tx, caller.id(), id)
                .map(result -> Reply.of(result, lifted -> Reply.noContent(), ErasureResource::status)));
    }
}
