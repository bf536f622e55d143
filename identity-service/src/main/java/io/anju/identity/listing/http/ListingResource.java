package io.anju.identity.listing.http;

import io.anju.identity.listing.Listings;
import io.anju.identity.listing.model.Listing;
import io.anju.identity.listing.model.ListingRefusal;
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
import jakarta.validation.constraints.NotNull;
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

/** The list of devices, phones and networks that are known to be bad: keyed hashes, each for a time. */
@Path("/api/v1/staff/risk-listings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"risk-officer", "compliance", "auditor"})
public class ListingResource {

    private static final String CHANGE = "listing.change";
    private static final String LIST = "/api/v1/staff/risk-listings";

    /** An entry; what it is stays a keyed hash and is not shown. */
    @RegisterForReflection
    public record ListingView(UUID id, Listing.Kind kind, String reason, UUID addedBy, Instant addedAt, Instant until) {

        static ListingView of(Listing listing) {
            return new ListingView(
                    listing.id(),
                    listing.kind(),
                    listing.reason(),
                    listing.addedBy(),
                    listing.addedAt(),
                    listing.until());
        }
    }

    private final Transactions transactions;
    private final Commands commands;
    private final Listings listings;
    private final Caller caller;

    ListingResource(Transactions transactions, Commands commands, Listings listings, Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.listings = listings;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<Page<ListingView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var after = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> listings.list(tx, after, query.limit + 1))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(ListingView::of)
                        .response(uri));
    }

    /** One entry, whether its time has ended or not. */
    @GET
    @Path("{id}")
    public Uni<ListingView> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> listings.find(tx, id))
                .map(found -> ListingView.of(found.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    /** Puts it on the list; what is on it already gets the new reason and time. */
    @POST
    @Idempotent
    @RequiresVerification(act = CHANGE, resource = LIST)
    @RolesAllowed("risk-officer")
    @APIResponseSchema(value = ListingView.class, responseCode = "201")
    public Uni<Response> add(@NotNull @Valid ListTrace request) {
        return commands.run(tx -> listings.add(tx, request.order(), caller.id())
                .map(result -> Reply.of(
                        result,
                        listing -> Reply.created(LIST + "/" + listing.id(), ListingView.of(listing)),
                        ListingResource::status)));
    }

    /** Takes it off. */
    @DELETE
    @Path("{id}")
    @RequiresVerification(act = CHANGE, resource = LIST + "/{id}")
    @RolesAllowed("risk-officer")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> remove(@PathParam("id") UUID id) {
        return commands.run(tx -> listings.remove(tx, id)
                .map(removed -> removed ? Reply.noContent() : Reply.problem(Problem.notFound())));
    }

    private static int status(ListingRefusal refusal) {
        return switch (refusal) {
            case ListingRefusal.NotFound ignored -> 404;
            case ListingRefusal.TraceMissing ignored -> 409;
        };
    }
}
