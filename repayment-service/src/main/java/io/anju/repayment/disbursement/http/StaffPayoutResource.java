package io.anju.repayment.disbursement.http;

import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.repayment.disbursement.Disbursement;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A payout that the rail refused, ordered anew once its cause is mended. */
@Path("/api/v1/staff/loans/{loan}/payouts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "admin"})
@Tag(name = "Disbursement")
public class StaffPayoutResource {

    /** A payout on its way to the rail. */
    @RegisterForReflection
    public record PayoutOrdered(UUID loan) {}

    private final Commands commands;
    private final Disbursement disbursement;

    StaffPayoutResource(Commands commands, Disbursement disbursement) {
        this.commands = commands;
        this.disbursement = disbursement;
    }

    @POST
    @Idempotent
    @Operation(summary = "Order a failed payout anew")
    @APIResponseSchema(value = PayoutOrdered.class, responseCode = "202")
    public Uni<Response> payOutAgain(@RestPath UUID loan) {
        return commands.run(tx -> disbursement
                .payOutAgain(tx, loan)
                .map(result ->
                        Reply.of(result, opening -> Reply.accepted(new PayoutOrdered(loan)), PayoutReplies::status)));
    }
}
