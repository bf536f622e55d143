package io.anju.care.permit.http;

import io.anju.care.agency.Vetting;
import io.anju.care.permit.CustomerReferences;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.Problem;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Compliance gives an agency its names for customers. */
@Path("/api/v1/staff/agencies/{agency}/customer-references")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("compliance")
public class StaffReferencesResource {

    private final CustomerReferences references;
    private final Vetting vetting;
    private final Commands commands;
    private final Caller caller;

    StaffReferencesResource(CustomerReferences references, Vetting vetting, Commands commands, Caller caller) {
        this.references = references;
        this.vetting = vetting;
        this.commands = commands;
        this.caller = caller;
    }

    @RegisterForReflection
    record ReferenceAsk(
            @NotNull UUID customerId,
            @NotBlank @Size(max = 100) String campaign) {}

    @RegisterForReflection
    record ReferenceView(String reference) {}

    @POST
    @Idempotent
    @Operation(
            summary = "A name for a customer in a campaign of this agency",
            description = "Opaque; works for this agency alone. The same customer and campaign get the same name.")
    @APIResponseSchema(value = ReferenceView.class, responseCode = "201")
    public Uni<Response> issue(@PathParam("agency") UUID agency, @Valid @NotNull ReferenceAsk body) {
        var officer = caller.id();
        return references
                .numberKey(body.customerId())
                .flatMap(key -> commands.run(tx -> vetting.exists(tx, agency)
                        .flatMap(known -> known && key.isPresent()
                                ? issue(tx, officer, agency, body, key.get())
                                : Uni.createFrom().item(Reply.problem(Problem.notFound())))));
    }

    private Uni<Reply> issue(Tx tx, UUID officer, UUID agency, ReferenceAsk body, byte[] numberKey) {
        return references
                .issue(tx, officer, agency, body.customerId(), numberKey, body.campaign())
                .map(reference -> Reply.created(new ReferenceView(reference)));
    }
}
