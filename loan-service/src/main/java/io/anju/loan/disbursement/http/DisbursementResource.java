package io.anju.loan.disbursement.http;

import io.anju.kernel.result.Result;
import io.anju.kit.access.DataReads;
import io.anju.kit.access.ReadPurpose;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.verification.RequiresVerification;
import io.anju.loan.application.http.ApplicationReplies;
import io.anju.loan.application.http.ApplicationView;
import io.anju.loan.application.model.ApplicationRefusal;
import io.anju.loan.application.model.LoanApplication;
import io.anju.loan.disbursement.Disbursement;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Release of the money. */
@Path("/api/v1/staff/applications/{id}/disbursement-release")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "disbursement")
@RolesAllowed({"loan-officer", "approver"})
public class DisbursementResource {

    private static final Pattern NOTHING = Pattern.compile("\\s*(\\{\\s*})?\\s*");

    private final Commands commands;
    private final Disbursement disbursement;
    private final DataReads reads;
    private final Caller caller;

    DisbursementResource(Commands commands, Disbursement disbursement, DataReads reads, Caller caller) {
        this.commands = commands;
        this.disbursement = disbursement;
        this.reads = reads;
        this.caller = caller;
    }

    /**
     * Orders the payout: opens only with a verification for this act, this case and this very body.
     *
     * @param body nothing, or an object without members. The verification is bound to its bytes, and its risk rules believe
     *     the amount that they name: one that nobody heeds would let a large payout pass as a small one
     */
    @POST
    @HeedsIfMatch(table = "application")
    @RequiresVerification(act = "disbursement.release", resource = "/api/v1/staff/applications/{id}")
    @Idempotent
    @Operation(
            summary = "Release the money; 409 MORTGAGE_NOT_REGISTERED, COST_SHEET_NOT_CONFIRMED, NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(ApplicationView.class)
    public Uni<Response> release(@PathParam("id") UUID id, @Nullable String body) {
        if (body != null && !NOTHING.matcher(body).matches()) {
            throw ProblemException.invalid(FieldError.of("body", "NOT_EMPTY"));
        }
        UUID officer = caller.id();
        return commands.run(tx -> disbursement
                .release(tx, id, officer)
                .call(result -> result instanceof Result.Ok<LoanApplication, ApplicationRefusal>(LoanApplication done)
                        ? reads.tell(
                                tx,
                                done.dossier().customerId(),
                                ReadPurpose.DISBURSEMENT,
                                "/api/v1/staff/applications/" + id)
                        : Uni.createFrom().voidItem())
                .map(result -> ApplicationReplies.of(
                        result,
                        done -> Reply.ok(ApplicationView.of(done))
                                .withETag(done.dossier().version()))));
    }
}
