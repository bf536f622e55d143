package io.anju.contract.registration.http;

import io.anju.contract.registration.Reapplications;
import io.anju.contract.registration.model.RegistrationRefusal;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
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

/** Applying for a mortgage again, after the registry refused it. */
@Path("/api/v1/staff/contracts/{id}/mortgage-applications")
@RolesAllowed("approver")
@Produces(MediaType.APPLICATION_JSON)
public class MortgageApplicationsResource {
    private final Reapplications reapplications;
    private final Commands commands;

    MortgageApplicationsResource(Reapplications reapplications, Commands commands) {
        this.reapplications = reapplications;
        this.commands = commands;
    }

    @POST
    @Idempotent
    @Operation(summary = "Apply for a rejected mortgage again; 409 MORTGAGE_NOT_REJECTED")
    @APIResponseSchema(value = RegistrationsResource.RegistrationView.class, responseCode = "202")
    public Uni<Response> apply(UUID id) {
        return commands.run(tx -> reapplications
                .applyAgain(tx, id)
                .map(result -> Reply.of(
                        result,
                        registration -> Reply.accepted(RegistrationsResource.RegistrationView.of(registration)),
                        MortgageApplicationsResource::status)));
    }

    private static int status(RegistrationRefusal refusal) {
        return switch (refusal) {
            case RegistrationRefusal.NotRejected _ -> 409;
        };
    }
}
