package io.anju.repayment.waiver.http;

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
import io.anju.repayment.waiver.Waiving;
import io.anju.repayment.waiver.model.Waiver;
import io.anju.repayment.waiver.model.WaiverRefusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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

/** Late charges waived: one person proposes, another decides. */
@Path("/api/v1/staff/loans/{loan}/waivers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "approver", "auditor"})
@Tag(name = "Waivers")
public class StaffWaiverResource {

    /**
     * @param instalment whose late charges
     * @param amount of them, fen
     */
    @RegisterForReflection
    public record WaiverProposal(
            @Positive int instalment,
            @Positive long amount,
            @NotBlank @Size(max = 500) String reason) {

        Waiving.Ask ask() {
            return new Waiving.Ask(instalment, amount, reason);
        }
    }

    /** The second person's word. */
    @RegisterForReflection
    public record WaiverDecision(@NotNull Boolean approved) {}

    private final Commands commands;
    private final Transactions transactions;
    private final Waiving waiving;
    private final LoanReads reads;
    private final Caller caller;

    StaffWaiverResource(Commands commands, Transactions transactions, Waiving waiving, LoanReads reads, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.waiving = waiving;
        this.reads = reads;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed("loan-officer")
    @Operation(
            summary = "Propose to waive late charges of an instalment",
            description = "Penalty and compound interest alone; nothing changes before an approver has decided.")
    @APIResponseSchema(value = WaiverView.class, responseCode = "201")
    public Uni<Response> propose(@RestPath UUID loan, @Valid @NotNull WaiverProposal proposal) {
        return commands.run(tx -> waiving.propose(tx, loan, proposal.ask(), caller.id())
                .map(result -> Reply.of(
                        result,
                        waiver -> Reply.created(
                                "/api/v1/staff/loans/%s/waivers/%s"
                                        .formatted(loan, waiver.proposal().id()),
                                WaiverView.of(waiver)),
                        StaffWaiverResource::status)));
    }

    @POST
    @Path("/{id}/decision")
    @Idempotent
    @RolesAllowed("approver")
    @RequiresVerification(act = "ledger.correct", resource = "/api/v1/staff/loans/{loan}/waivers/{id}")
    @Operation(summary = "Approve or decline a waiver; 403 SAME_PERSON to who proposed it")
    @APIResponseSchema(WaiverView.class)
    public Uni<Response> decide(@RestPath UUID loan, @RestPath UUID id, @Valid @NotNull WaiverDecision decision) {
        return commands.run(tx -> waiving.decide(tx, loan, id, decision.approved(), caller.id())
                .map(result ->
                        Reply.of(result, waiver -> Reply.ok(WaiverView.of(waiver)), StaffWaiverResource::status)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One waiver")
    public Uni<WaiverView> get(@RestPath UUID loan, @RestPath UUID id) {
        return transactions
                .run(tx -> waiving.find(tx, loan, id)
                        .call(found -> found.isPresent()
                                ? told(tx, loan, "/" + id)
                                : Uni.createFrom().voidItem()))
                .map(found -> WaiverView.of(found.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    @GET
    @Operation(summary = "Waivers of a loan, the newest first")
    public Uni<RestResponse<Page<WaiverView>>> list(
            @RestPath UUID loan, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> waiving.list(tx, loan, Cursors.decodeId(query.cursor), query.limit + 1)
                        .call(found -> told(tx, loan, "")))
                .map(found -> Page.<Waiver>of(
                                found,
                                query.limit,
                                waiver -> Cursors.encode(waiver.proposal().id().toString()))
                        .map(WaiverView::of)
                        .response(uri));
    }

    private Uni<Void> told(Tx tx, UUID loan, String which) {
        return reads.tell(tx, loan, ReadPurpose.ACCOUNTING, "/api/v1/staff/loans/" + loan + "/waivers" + which);
    }

    private static int status(WaiverRefusal refusal) {
        return switch (refusal) {
            case WaiverRefusal.NotFound none -> 404;
            case WaiverRefusal.LoanNotActive not -> 409;
            case WaiverRefusal.UnderWay underWay -> 409;
            case WaiverRefusal.AlreadyDecided decided -> 409;
            case WaiverRefusal.MoreThanLate more -> 422;
            case WaiverRefusal.SamePerson same -> 403;
        };
    }
}
