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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
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

    private final Commands commands;
    private final Transactions transactions;
    private final WalletLinking linking;
    private final Caller caller;

    WalletLinkResource(Commands commands, Transactions transactions, WalletLinking linking, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
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
                    + " wallet's own funds, never from its credit line.")
    @APIResponseSchema(value = WalletLinkView.class, responseCode = "201")
    public Uni<Response> link(@Valid @NotNull Linking body) {
        var ask = new WalletLinking.Ask(body.loan(), body.code(), body.automatic());
        return commands.run(tx -> linking.request(tx, caller.id(), ask)
                .map(result -> Reply.of(
                        result,
                        link -> Reply.created(
                                        "/api/v1/wallet-links/" + link.facts().id(), WalletLinkView.of(link))
                                .withETag(0),
                        WalletProblems::status)));
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
