package io.anju.identity.erasure.http;

import io.anju.identity.erasure.LegalHolds;
import io.anju.identity.erasure.model.LegalHold;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Holding a customer's data back from erasure: a court's order, an investigation. */
@Path("/api/v1/staff/legal-holds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("compliance")
public class LegalHoldResource {

    /** @param reference of the order; no personal data */
    @RegisterForReflection
    public record PlaceHold(
            @NotNull UUID customer,
            @NotBlank @Size(max = 120) String reference) {}

    /** A hold in force. */
    @RegisterForReflection
    public record HoldBody(UUID id, UUID customer, String reference, Instant placedAt) {

        static HoldBody of(LegalHold hold) {
            return new HoldBody(hold.id(), hold.customerId(), hold.reference(), hold.placedAt());
        }
    }

    private final Commands commands;
    private final LegalHolds holds;
    private final Caller caller;

    LegalHoldResource(Commands commands, LegalHolds holds, Caller caller) {
        this.commands = commands;
        this.holds = holds;
        this.caller = caller;
    }

    /** From now on this customer is not erased; of one who is, nothing goes that is left. */
    @POST
    @Idempotent
    @APIResponseSchema(value = HoldBody.class, responseCode = "201")
    public Uni<Response> place(@NotNull @Valid PlaceHold request) {
        return commands.run(tx -> holds.place(tx, caller.id(), request.customer(), request.reference())
                .map(result -> Reply.of(
                        result,
                        hold -> Reply.created("/api/v1/staff/legal-holds/" + hold.id(), HoldBody.of(hold)),
                        ErasureResource::status)));
    }

    /** Lifts it; what was kept past its day goes at the next round. */
    @DELETE
    @Path("{id}")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> lift(@PathParam("id") UUID id) {
        return commands.run(tx -> holds.lift(tx, caller.id(), id)
                .map(result -> Reply.of(result, lifted -> Reply.noContent(), ErasureResource::status)));
    }
}
