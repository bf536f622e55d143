package io.anju.identity.hold.http;

import io.anju.identity.hold.Holds;
import io.anju.identity.http.Language;
import io.anju.kit.caller.Caller;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** What of the caller's is held, or was. One of them is {@code GET /verifications/{id}}. */
@Path("/api/v1/me/holds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class MyHoldResource {

    private final Transactions transactions;
    private final Holds holds;
    private final Caller caller;
    private final Language language;

    MyHoldResource(Transactions transactions, Holds holds, Caller caller, Language language) {
        this.transactions = transactions;
        this.holds = holds;
        this.caller = caller;
        this.language = language;
    }

    /** Newest first. */
    @GET
    public Uni<RestResponse<Page<HoldView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var before = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> holds.listOf(tx, caller.id(), before, query.limit + 1))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.placed().id().toString()))
                        .map(hold -> HoldView.of(hold, language.tag()))
                        .response(uri));
    }
}
