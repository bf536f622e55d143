package io.anju.identity.staff.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.identity.http.Origin;
import io.anju.identity.http.Outcome;
import io.anju.identity.passkey.CreationOptions;
import io.anju.identity.staff.Enrolments;
import io.anju.identity.staff.model.EnrolmentRefusal;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Staff: the first passkey by an enrolment code. */
@Path("/api/v1/staff")
@Produces(MediaType.APPLICATION_JSON)
public class StaffResource {

    /** @param code given to the person by hand */
    @RegisterForReflection
    public record BeginEnrolment(@NotBlank @Size(max = 100) String code) {}

    /**
     * An enrolment that may go on.
     *
     * @param id of the member, for the path of the next step
     * @param enrolmentToken bearer token that allows this one enrolment and nothing else
     * @param expiresIn seconds
     * @param passkeyOptions what {@code parseCreationOptionsFromJSON} takes
     */
    @RegisterForReflection
    public record EnrolmentBegun(
            UUID id,
            String name,
            List<String> roles,
            String enrolmentToken,
            long expiresIn,
            CreationOptions passkeyOptions) {}

    /** @param credential {@code RegistrationResponseJSON} as {@code toJSON()} gives it */
    @RegisterForReflection
    public record FinishEnrolment(
            @NotNull JsonNode credential,
            @Size(min = 1, max = 80) @Nullable String name) {}

    /** The passkey; sign in with it. */
    @RegisterForReflection
    public record EnrolmentFinished(UUID passkeyId) {}

    private final Transactions transactions;
    private final Commands commands;
    private final Enrolments enrolments;
    private final Caller caller;
    private final Origin origin;

    StaffResource(Transactions transactions, Commands commands, Enrolments enrolments, Caller caller, Origin origin) {
        this.transactions = transactions;
        this.commands = commands;
        this.enrolments = enrolments;
        this.caller = caller;
        this.origin = origin;
    }

    /** Takes the code, gives the options. */
    @POST
    @Path("enrolments")
    @SafeToRepeat("the code is good until a passkey is enrolled; new options take the place of the older ones")
    @PermitAll
    @APIResponseSchema(value = EnrolmentBegun.class, responseCode = "201")
    public Uni<Response> begin(@NotNull @Valid BeginEnrolment request) {
        return transactions
                .run(tx -> enrolments.begin(tx, request.code(), origin.address()))
                .map(result -> Outcome.orProblem(result, StaffResource::status))
                .map(begun -> Response.status(Response.Status.CREATED)
                        .entity(body(begun))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private static EnrolmentBegun body(Enrolments.Begun begun) {
        return new EnrolmentBegun(
                begun.member().id(),
                begun.member().name(),
                begun.member().roles().stream().sorted().toList(),
                begun.token().token(),
                begun.token().lifetime().toSeconds(),
                begun.options());
    }

    /** Enrols the first passkey of the token's own person. */
    @POST
    @Path("enrolments/{id}/passkey")
    @Idempotent
    @RolesAllowed(Enrolments.ENROLLING)
    @APIResponseSchema(value = EnrolmentFinished.class, responseCode = "201")
    public Uni<Response> finish(@PathParam("id") UUID id, @NotNull @Valid FinishEnrolment request) {
        if (!id.equals(caller.id())) {
            throw new ProblemException(Problem.notFound());
        }
        String name = request.name() == null ? "Passkey" : request.name();
        return commands.run(tx -> enrolments
                .finish(tx, id, request.credential().toString(), name)
                .map(result -> Reply.of(
                        result,
                        // Passkeys are read by customers; a member of staff has the one.
                        passkey -> Reply.created(
                                new EnrolmentFinished(passkey.credential().id())),
                        StaffResource::status)));
    }

    private static int status(EnrolmentRefusal refusal) {
        return switch (refusal) {
            case EnrolmentRefusal.CodeNotGood ignored -> 422;
            case EnrolmentRefusal.EnrolledAlready ignored -> 409;
            case EnrolmentRefusal.PasskeyRefused ignored -> 422;
            case EnrolmentRefusal.TriedTooOften(var cause) -> Outcome.status(cause);
        };
    }
}
