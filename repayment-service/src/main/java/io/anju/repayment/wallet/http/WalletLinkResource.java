package io.anju.repayment.wallet.http;

import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.http.ETags;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.wallet.LinkRequests;
import io.anju.repayment.wallet.WalletLinking;
import io.anju.repayment.wallet.WalletLinks.Kept;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The customer's links between mortgages and credit wallets. */
@Path("/api/v1/wallet-links")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@Tag(name = "Wallets")
public class WalletLinkResource {

    /**
     * @param loan whose instalments are to be paid
     * @param code the eight digits that the wallet's app shows its holder
     * @param automatic whether instalments are to be debited from it by themselves
     */
    @RegisterForReflection
    public record Linking(
            @NotNull UUID loan,
            @NotNull @Pattern(regexp = "[0-9]{8}") String code,
            boolean automatic) {}

    /** What is kept of the answer while the institution is asked. */
    @RegisterForReflection
    private record Wished(UUID id) {}

    private final Commands commands;
    private final Transactions transactions;
    private final LinkRequests requests;
    private final WalletLinking linking;
    private final Caller caller;

    WalletLinkResource(
            Commands commands, Transactions transactions, LinkRequests requests, WalletLinking linking, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.requests = requests;
        this.linking = linking;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RequiresVerification(act = "wallet.link", resource = "/api/v1/wallet-links")
    @Operation(
            summary = "Link a mortgage to a credit wallet",
            description = "Answers with the limit and how it was computed. An agreement is drafted under the id at"
                    + " `agreement`; the link is in force once that is signed and sealed. Instalments are paid from the"
                    + " wallet's own funds, never from its credit line. While the wallet's institution is away it is"
                    + " 503 with Retry-After and nothing is linked: the same request again goes on from there.")
    @APIResponseSchema(value = WalletLinkView.class, responseCode = "201")
    public Uni<Response> link(@Valid @NotNull Linking body) {
        return commands.run(tx -> requests.wish(tx, caller.id(), body.loan(), body.automatic())
                        .map(result -> Reply.of(
                                result,
                                wish -> Reply.created(path(wish.id()), new Wished(wish.id())),
                                WalletProblems::status)))
                .flatMap(kept -> kept.getStatus() == Response.Status.CREATED.getStatusCode()
                        ? ask(idIn(kept), body.code())
                        : Uni.createFrom().item(kept));
    }

    private Uni<Response> ask(UUID id, String code) {
        return requests.ask(caller.id(), id, code)
                .map(WalletProblems::orThrow)
                .map(kept -> Response.fromResponse(ETags.response(kept.version(), WalletLinkView.of(kept.link())))
                        .status(Response.Status.CREATED)
                        .location(URI.create(path(id)))
                        .build());
    }

    /** The wish that the first answer to this request was about; a repeated request goes on from there. */
    private static UUID idIn(Response kept) {
        String location = kept.getHeaderString(HttpHeaders.LOCATION);
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private static String path(UUID link) {
        return "/api/v1/wallet-links/" + link;
    }

    @GET
    @Operation(summary = "My wallet links, the newest first")
    public Uni<RestResponse<Page<WalletLinkView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> linking.list(tx, caller.id(), Cursors.decodeId(query.cursor), query.limit + 1))
                .map(found -> Page.<Kept>of(
                                found,
                                query.limit,
                                kept -> Cursors.encode(kept.link().facts().id().toString()))
                        .map(kept -> WalletLinkView.of(kept.link()))
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of them")
    @APIResponseSchema(WalletLinkView.class)
    public Uni<Response> get(@RestPath UUID id) {
        return transactions
                .run(tx -> linking.find(tx, caller.id(), id))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(kept -> ETags.response(kept.version(), WalletLinkView.of(kept.link())));
    }

    @PUT
    @Path("/{id}/automatic")
    @HeedsIfMatch(table = "wallet_link")
    @Operation(summary = "Have instalments debited from the wallet's own funds by themselves")
    @APIResponseSchema(WalletLinkView.class)
    public Uni<Response> start(@RestPath UUID id) {
        return automatic(id, true);
    }

    @DELETE
    @Path("/{id}/automatic")
    @HeedsIfMatch(table = "wallet_link")
    @Operation(
            summary = "Stop automatic debits from the wallet",
            description = "The preferred card, if there is one, is debited from then on.")
    @APIResponseSchema(value = WalletLinkView.class, responseCode = "200")
    public Uni<Response> stop(@RestPath UUID id) {
        return automatic(id, false);
    }

    private Uni<Response> automatic(UUID id, boolean is) {
        return commands.run(tx -> linking.automatic(tx, caller.id(), id, is).map(WalletLinkResource::reply));
    }

    private static Reply reply(Result<Kept, WalletRefusal> result) {
        return Reply.of(
                result,
                kept -> Reply.ok(WalletLinkView.of(kept.link())).withETag(kept.version()),
                WalletProblems::status);
    }
}
