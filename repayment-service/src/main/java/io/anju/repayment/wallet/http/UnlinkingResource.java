package io.anju.repayment.wallet.http;

import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.http.ETags;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.wallet.GuidedUnlinking;
import io.anju.repayment.wallet.GuidedUnlinking.Standing;
import io.anju.repayment.wallet.Prospects;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The guided closing of a link. A step that was done already answers with where the closing stands. */
@Path("/api/v1/wallet-links/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@Tag(name = "Wallets")
public class UnlinkingResource {

    private final Commands commands;
    private final Transactions transactions;
    private final Prospects prospects;
    private final GuidedUnlinking unlinking;
    private final Caller caller;

    UnlinkingResource(
            Commands commands,
            Transactions transactions,
            Prospects prospects,
            GuidedUnlinking unlinking,
            Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.prospects = prospects;
        this.unlinking = unlinking;
        this.caller = caller;
    }

    @GET
    @Path("/impact")
    @Operation(summary = "What closing the link would bring today")
    public Uni<ImpactView> impact(@RestPath UUID id) {
        return prospects
                .find(caller.id(), id)
                .map(WalletProblems::orThrow)
                .map(found -> ImpactView.of(
                        found.impact(), "/api/v1/loans/" + found.link().facts().loanId()));
    }

    @POST
    @Path("/unlinking")
    @Idempotent
    @Operation(
            summary = "Begin to close the link, or go on with the closing that is open",
            description =
                    "Nothing is closed yet: the answer tells the impact, where the closing stands and what is next.")
    @APIResponseSchema(UnlinkingView.class)
    public Uni<Response> begin(@RestPath UUID id) {
        return prospects
                .toBegin(caller.id(), id)
                .flatMap(told -> step(tx -> unlinking.begin(tx, caller.id(), id, told)));
    }

    @GET
    @Path("/unlinking")
    @Operation(summary = "Where the latest closing stands, and what is next")
    @APIResponseSchema(UnlinkingView.class)
    public Uni<Response> get(@RestPath UUID id) {
        return transactions
                .run(tx -> unlinking.find(tx, caller.id(), id))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(standing -> ETags.response(standing.version(), UnlinkingView.of(standing)));
    }

    @POST
    @Path("/unlinking/report-receipt")
    @Idempotent
    @HeedsIfMatch(table = "wallet_link", required = true)
    @Operation(summary = "Confirm that the account report was received")
    @APIResponseSchema(UnlinkingView.class)
    public Uni<Response> reportTaken(@RestPath UUID id) {
        return step(tx -> unlinking.reportTaken(tx, caller.id(), id));
    }

    @POST
    @Path("/unlinking/settlement")
    @Idempotent
    @HeedsIfMatch(table = "wallet_link", required = true)
    @Operation(
            summary = "Settle the current instalment",
            description =
                    "Done when no instalment is due and unpaid and none is being paid from the wallet; otherwise it"
                            + " is told which one.")
    @APIResponseSchema(UnlinkingView.class)
    public Uni<Response> settle(@RestPath UUID id) {
        return step(tx -> unlinking.settle(tx, caller.id(), id));
    }

    @POST
    @Path("/unlinking/confirmation")
    @Idempotent
    @HeedsIfMatch(table = "wallet_link", required = true)
    @RequiresVerification(act = "wallet.unlink", resource = "/api/v1/wallet-links/{id}")
    @Operation(
            summary = "Confirm the closing",
            description = "The wallet pays nothing any more. Until `undoUntil` the closing is undone without new"
                    + " underwriting. Where a closing looks abnormal, its verification is held (403 RISK_HELD with reason"
                    + " and remedy) and the closing stays at this step.")
    @APIResponseSchema(UnlinkingView.class)
    public Uni<Response> confirm(@RestPath UUID id) {
        return step(tx -> unlinking.confirm(tx, caller.id(), id));
    }

    @POST
    @Path("/unlinking/undo")
    @Idempotent
    @HeedsIfMatch(table = "wallet_link", required = true)
    @Operation(summary = "Give the closing up, or undo it while that is possible")
    @APIResponseSchema(UnlinkingView.class)
    public Uni<Response> undo(@RestPath UUID id) {
        return step(tx -> unlinking.undo(tx, caller.id(), id));
    }

    private Uni<Response> step(Function<Tx, Uni<Result<Standing, WalletRefusal>>> work) {
        return commands.run(tx -> work.apply(tx)
                .map(result -> Reply.of(
                        result,
                        standing -> Reply.ok(UnlinkingView.of(standing)).withETag(standing.version()),
                        WalletProblems::status)));
    }
}
