package io.anju.loan.review.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.loan.application.http.ApplicationReplies;
import io.anju.loan.application.http.ApplicationView;
import io.anju.loan.review.Redrafting;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Another contract, asked for by the borrower. */
@Path("/api/v1/applications/{id}/contract-request")
@Tag(name = "applications")
@RolesAllowed("customer")
@Produces(MediaType.APPLICATION_JSON)
public class ContractRequestResource {

    private final Commands commands;
    private final Redrafting redrafting;
    private final Caller caller;

    ContractRequestResource(Commands commands, Redrafting redrafting, Caller caller) {
        this.commands = commands;
        this.redrafting = redrafting;
        this.caller = caller;
    }

    /** Back to approved; contract-service draws up another one. */
    @POST
    @HeedsIfMatch(table = "application")
    @Idempotent
    @Operation(
            summary =
                    "Another contract after one that came to nothing; 409 APPROVAL_LAPSED, CONTRACT_TAKEN_BACK, NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(ApplicationView.class)
    public Uni<Response> request(@PathParam("id") UUID id) {
        UUID by = caller.id();
        return commands.run(tx -> redrafting
                .byBorrower(tx, id, by)
                .map(result -> ApplicationReplies.of(
                        result,
                        done -> Reply.ok(ApplicationView.of(done))
                                .withETag(done.dossier().version()))));
    }
}
