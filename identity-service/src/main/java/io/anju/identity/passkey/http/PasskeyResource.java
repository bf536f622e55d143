package io.anju.identity.passkey.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.identity.passkey.CreationOptions;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.kit.caller.Caller;
import io.anju.kit.caller.RequiresLevel;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.verification.RequiresVerification;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * A customer's passkeys.
 *
 * <p>Adding one is itself a protected act, {@code passkey.add} on {@code /api/v1/passkeys}: the fresh SMS code for the
 * first passkey, and the signature of a present passkey for each later one, are the proof of that verification. The
 * verification token carries it here. Its body digest covers the credential, so that nobody can slip in another.
 */
@Path("/api/v1/passkeys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class PasskeyResource {

    /**
     * What the authenticator made.
     *
     * @param credential {@code RegistrationResponseJSON} as {@code toJSON()} gives it
     * @param name the person's own name for it
     */
    @RegisterForReflection
    public record EnrolPasskey(
            @NotNull JsonNode credential,
            @Size(min = 1, max = 80) @Nullable String name) {

        private static final String UNNAMED = "Passkey";

        String nameOrDefault() {
            return name == null ? UNNAMED : name;
        }
    }

    /** @param name the person's own name for it */
    @RegisterForReflection
    public record RenamePasskey(@NotBlank @Size(max = 80) String name) {}

    private final Commands commands;
    private final Transactions transactions;
    private final Passkeys passkeys;
    private final Caller caller;

    PasskeyResource(Commands commands, Transactions transactions, Passkeys passkeys, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.passkeys = passkeys;
        this.caller = caller;
    }

    /** The options for {@code navigator.credentials.create()}; asking again makes the older ones void. */
    @POST
    @Path("options")
    @SafeToRepeat("new options take the place of the older ones")
    @RequiresLevel("L2")
    public Uni<CreationOptions> options() {
        return transactions.run(tx -> passkeys.open(tx, caller.id()));
    }

    /** Enrols the passkey; the customer is at level L3 from then on, as the next access token says. */
    @POST
    @Idempotent
    @RequiresLevel("L2")
    @RequiresVerification(act = "passkey.add", resource = "/api/v1/passkeys")
    @APIResponseSchema(value = PasskeyBody.class, responseCode = "201")
    public Uni<Response> enrol(@NotNull @Valid EnrolPasskey request) {
        return commands.run(tx -> passkeys.enrol(
                        tx, caller.id(), request.credential().toString(), request.nameOrDefault())
                .map(result -> Reply.of(
                        result,
                        passkey -> Reply.created(location(passkey), PasskeyBody.of(passkey)),
                        PasskeyResource::status)));
    }

    /** The caller's passkeys, revoked ones too, oldest first. */
    @GET
    public Uni<RestResponse<Page<PasskeyBody>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> passkeys.list(tx, caller.id()))
                .map(all -> Page.from(
                                all, query, passkey -> passkey.credential().id().toString())
                        .map(PasskeyBody::of)
                        .response(uri));
    }

    /** One of the caller's passkeys, revoked or not. */
    @GET
    @Path("{id}")
    public Uni<PasskeyBody> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> passkeys.list(tx, caller.id()))
                .map(all -> all.stream()
                        .filter(passkey -> passkey.credential().id().equals(id))
                        .findFirst()
                        .map(PasskeyBody::of)
                        .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    /** Gives one another name, by which its owner tells it from the others. */
    @PATCH
    @Path("{id}")
    @APIResponseSchema(PasskeyBody.class)
    public Uni<Response> rename(@PathParam("id") UUID id, @NotNull @Valid RenamePasskey request) {
        return commands.run(tx -> passkeys.rename(
                        tx, caller.id(), id, request.name().strip())
                .map(found -> found.map(passkey -> Reply.ok(PasskeyBody.of(passkey)))
                        .orElseGet(() -> Reply.problem(Problem.notFound()))));
    }

    /** Revokes one; it signs in nobody from then on. */
    @DELETE
    @Path("{id}")
    @RequiresVerification(act = "passkey.revoke", resource = "/api/v1/passkeys/{id}")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> revoke(@PathParam("id") UUID id) {
        return commands.run(tx -> passkeys.revoke(tx, caller.id(), id)
                .map(refusal -> refusal.map(no -> Reply.problem(Problem.of(status(no), no)))
                        .orElseGet(Reply::noContent)));
    }

    private static URI location(Passkey passkey) {
        return URI.create("/api/v1/passkeys/" + passkey.credential().id());
    }

    private static int status(PasskeyRefusal refusal) {
        return switch (refusal) {
            case PasskeyRefusal.EnrolmentRejected ignored -> 422;
            case PasskeyRefusal.AttestationFormatRefused ignored -> 422;
            case PasskeyRefusal.AttestationUntrusted ignored -> 422;
            case PasskeyRefusal.AssertionRejected ignored -> 422;
            case PasskeyRefusal.CounterWentBack ignored -> 422;
            case PasskeyRefusal.NoChallengeOpen ignored -> 409;
            case PasskeyRefusal.EnrolledAlready ignored -> 409;
            case PasskeyRefusal.TooMany ignored -> 409;
            case PasskeyRefusal.NotFound ignored -> 404;
        };
    }
}
