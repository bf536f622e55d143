package io.anju.repayment.reversal.http;

import io.anju.kit.access.ReadPurpose;
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
import io.anju.kit.tx.Tx;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.loan.LoanReads;
import io.anju.repayment.reversal.Reversing;
import io.anju.repayment.reversal.model.PaymentReversal;
import io.anju.repayment.reversal.model.ReversalCause;
import io.anju.repayment.reversal.model.ReversalRefusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Posted payments taken back: one person proposes, another decides with a verification of their own. */
@Path("/api/v1/staff/loans/{loan}/payment-reversals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "approver", "auditor"})
@Tag(name = "Payments")
public class StaffReversalResource {

    /**
     * @param transfer the payment's, in the ledger
     * @param reason what was found out; no personal data
     */
    @RegisterForReflection
    public record ReversalProposal(
            @NotNull UUID transfer,
            @NotNull ReversalCause cause,
            @NotBlank @Size(max = 500) String reason) {

        Reversing.Ask ask() {
            return new Reversing.Ask(transfer, cause, reason);
        }
    }

    /** The second person's word. */
    @RegisterForReflection
    public record ReversalDecision(@NotNull Boolean approved) {}

    private final Commands commands;
    private final Transactions transactions;
    private final Reversing reversing;
    private final LoanReads reads;
    private final Caller caller;

    StaffReversalResource(
            Commands commands, Transactions transactions, Reversing reversing, LoanReads reads, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.reversing = reversing;
        this.reads = reads;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed("loan-officer")
    @Operation(
            summary = "Propose to take a posted payment back",
            description = "A payment of instalments, from wherever it came, or a prepayment. Nothing changes before an"
                    + " approver has decided; what would be refused then is refused now.")
    @APIResponseSchema(value = ReversalView.class, responseCode = "201")
    public Uni<Response> propose(@RestPath UUID loan, @Valid @NotNull ReversalProposal proposal) {
        return commands.run(tx -> reversing
                .propose(tx, loan, proposal.ask(), caller.id())
                .map(result -> Reply.of(
                        result,
                        reversal -> Reply.created(
                                "/api/v1/staff/loans/%s/payment-reversals/%s"
                                        .formatted(loan, reversal.proposal().id()),
                                ReversalView.of(reversal)),
                        StaffReversalResource::status)));
    }

    @POST
    @Path("/{id}/decision")
    @Idempotent
    @RolesAllowed("approver")
    @RequiresVerification(act = "ledger.correct", resource = "/api/v1/staff/loans/{loan}/payment-reversals/{id}")
    @Operation(
            summary = "Approve or decline a reversal; 403 SAME_PERSON to who proposed it",
            description = "Approved, the mirror transfer is posted, the instalments owe what the payment had paid, and"
                    + " later payments are used for what is owed then, the oldest first. Without a prepayment, what was"
                    + " billed since then is billed as it would have been; a loan that it had settled is repaid again.")
    @APIResponseSchema(ReversalView.class)
    public Uni<Response> decide(@RestPath UUID loan, @RestPath UUID id, @Valid @NotNull ReversalDecision decision) {
        return commands.run(tx -> (decision.approved()
                        ? reversing.approve(tx, loan, id, caller.id())
                        : reversing.decline(tx, loan, id, caller.id()))
                .map(result -> Reply.of(
                        result, reversal -> Reply.ok(ReversalView.of(reversal)), StaffReversalResource::status)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One reversal")
    public Uni<ReversalView> get(@RestPath UUID loan, @RestPath UUID id) {
        return transactions
                .run(tx -> reversing
                        .find(tx, loan, id)
                        .call(found -> found.isPresent()
                                ? told(tx, loan, "/" + id)
                                : Uni.createFrom().voidItem()))
                .map(found -> ReversalView.of(found.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    @GET
    @Operation(summary = "Reversals of a loan's payments, the newest first")
    public Uni<RestResponse<Page<ReversalView>>> list(
            @RestPath UUID loan, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> reversing
                        .list(tx, loan, Cursors.decodeId(query.cursor), query.limit + 1)
                        .call(found -> told(tx, loan, "")))
                .map(found -> Page.<PaymentReversal>of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.proposal().id().toString()))
                        .map(ReversalView::of)
                        .response(uri));
    }

    private Uni<Void> told(Tx tx, UUID loan, String which) {
        return reads.tell(
                tx, loan, ReadPurpose.ACCOUNTING, "/api/v1/staff/loans/" + loan + "/payment-reversals" + which);
    }

    private static int status(ReversalRefusal refusal) {
        return switch (refusal) {
            case ReversalRefusal.NotFound none -> 404;
            case ReversalRefusal.ContractSettled settled -> 409;
            case ReversalRefusal.NotAPayment not -> 422;
            case ReversalRefusal.AlreadyReversed already -> 409;
            case ReversalRefusal.NotTraced not -> 409;
            case ReversalRefusal.StoodOn standing -> 409;
            case ReversalRefusal.MoreThanOwed more -> 409;
            case ReversalRefusal.UnderWay underWay -> 409;
            case ReversalRefusal.SamePerson same -> 403;
            case ReversalRefusal.AlreadyDecided decided -> 409;
        };
    }
}
