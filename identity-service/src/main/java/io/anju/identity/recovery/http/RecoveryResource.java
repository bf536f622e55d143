package io.anju.identity.recovery.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.identity.http.Origin;
import io.anju.identity.http.Outcome;
import io.anju.identity.passkey.CreationOptions;
import io.anju.identity.recovery.NewPasskeys;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The customer's side of a recovery: the code from the counter enrols one new passkey. */
@Path("/api/v1/recoveries")
@Produces(MediaType.APPLICATION_JSON)
public class RecoveryResource {

    /** @param code from the counter */
    @RegisterForReflection
    public record BeginRecovery(@NotBlank @Size(max = 100) String code) {

        @Override
        public String toString() {
            return "BeginRecovery";
        }
    }

    /**
     * A recovery that may go on.
     *
     * @param id for the path of the next step
     * @param recoveryToken bearer token that allows this one enrolment and nothing else
     * @param expiresIn seconds
     * @param passkeyOptions what {@code parseCreationOptionsFromJSON} takes
     */
    @RegisterForReflection
    public record RecoveryBegun(UUID id, String recoveryToken, long expiresIn, CreationOptions passkeyOptions) {}

    /** @param credential {@code RegistrationResponseJSON} as {@code toJSON()} gives it */
    @RegisterForReflection
    public record FinishRecovery(
            @NotNull JsonNode credential,
            @Size(min = 1, max = 80) @Nullable String name) {}

    /** The new passkey; sign in with it. */
    @RegisterForReflection
    public record RecoveryFinished(UUID passkeyId) {}

    private final Transactions transactions;
    private final Commands commands;
    private final NewPasskeys newPasskeys;
    private final Caller caller;
    private final Origin origin;

    RecoveryResource(
            Transactions transactions, Commands commands, NewPasskeys newPasskeys, Caller caller, Origin origin) {
        this.transactions = transactions;
        this.commands = commands;
        this.newPasskeys = newPasskeys;
        this.caller = caller;
        this.origin = origin;
    }

    /** Takes the code, gives the options. */
    @POST
    @SafeToRepeat("the code is good until a passkey is enrolled; new options take the place of the older ones")
    @PermitAll
    @APIResponseSchema(value = RecoveryBegun.class, responseCode = "201")
    public Uni<Response> begin(@NotNull @Valid BeginRecovery request) {
        return transactions
                .run(tx -> newPasskeys.begin(tx, request.code(), origin.address()))
                .map(result -> Outcome.orProblem(result, RecoveryStatus::of))
                .map(begun -> Response.status(Response.Status.CREATED)
                        .entity(new RecoveryBegun(
                                begun.recoveryId(),
                                begun.token().token(),
                                begun.token().lifetime().toSeconds(),
                                begun.options()))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /** Enrols the new passkey of the token's own customer. */
    @POST
    @Path("{id}/passkey")
    @Idempotent
    @RolesAllowed(NewPasskeys.RECOVERING)
    @APIResponseSchema(value = RecoveryFinished.class, responseCode = "201")
    public Uni<Response> finish(@PathParam("id") UUID id, @NotNull @Valid FinishRecovery request) {
        String name = request.name() == null ? "Passkey" : request.name();
        return commands.run(tx -> newPasskeys
                .finish(tx, caller.id(), id, request.credential().toString(), name)
                .map(result -> Reply.of(
                        result,
                        passkey -> Reply.created(
                                "/api/v1/passkeys/" + passkey.credential().id(),
                                new RecoveryFinished(passkey.credential().id())),
                        RecoveryStatus::of)));
    }
}
