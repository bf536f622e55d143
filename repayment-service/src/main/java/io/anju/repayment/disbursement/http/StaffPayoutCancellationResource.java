package io.anju.repayment.disbursement.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.verification.RequiresVerification;
import io.anju.repayment.disbursement.GivingUp;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A loan whose payout failed, given up: one person proposes, another decides. */
@Path("/api/v1/staff/loans/{loan}/payout-cancellations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "approver"})
@Tag(name = "Disbursement")
public class StaffPayoutCancellationResource {

    /** @param reason why it is given up; nothing that names a person */
    @RegisterForReflection
    public record CancellationProposal(
            @NotBlank @Size(max = 500) String reason) {}

    /** The second person's word. */
    @RegisterForReflection
    public record CancellationDecision(@NotNull Boolean approved) {}

    private final Commands commands;
    private final GivingUp givingUp;
    private final Caller caller;

    StaffPayoutCancellationResource(Commands commands, GivingUp givingUp, Caller caller) {
        this.commands = commands;
        this.givingUp = givingUp;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed("loan-officer")
    @Operation(
            summary = "Propose to give up a loan whose payout failed",
            description =
                    "Nothing changes before an approver has decided. Nothing was posted, so that nothing is undone.")
    @APIResponseSchema(value = CancellationView.class, responseCode = "201")
    public Uni<Response> propose(@RestPath UUID loan, @Valid @NotNull CancellationProposal body) {
        return commands.run(tx -> givingUp.propose(tx, loan, body.reason(), caller.id())
                .map(result -> Reply.of(
                        result,
                        // It is seen beside the payout, until it is decided.
                        proposal -> Reply.created("/api/v1/staff/failed-payouts", CancellationView.of(proposal)),
                        PayoutReplies::status)));
    }

    @POST
    @Path("/{id}/decision")
    @Idempotent
    @RolesAllowed("approver")
    @RequiresVerification(act = "ledger.correct", resource = "/api/v1/staff/loans/{loan}/payout-cancellations/{id}")
    @Operation(
            summary = "Give the loan up, or not; 403 SAME_PERSON to who proposed it",
            description =
                    "Approved, the loan is CANCELLED and is never paid out. 409 PAYOUT_UNDER_WAY when it was ordered"
                            + " anew meanwhile.")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> decide(@RestPath UUID loan, @RestPath UUID id, @Valid @NotNull CancellationDecision decision) {
        return commands.run(tx -> givingUp.decide(tx, loan, id, decision.approved(), caller.id())
                .map(result -> Reply.of(result, done -> Reply.noContent(), PayoutReplies::status)));
    }
}
