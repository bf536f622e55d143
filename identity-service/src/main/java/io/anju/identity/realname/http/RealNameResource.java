package io.anju.identity.realname.http;

import io.anju.identity.http.Outcome;
import io.anju.identity.model.Level;
import io.anju.identity.realname.RealNameChecks;
import io.anju.identity.realname.model.RealNameRefusal;
import io.anju.kit.caller.Caller;
import io.anju.kit.caller.RequiresLevel;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.text.Printable;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Real-name checks over HTTP. Name and number are encrypted as they are kept, and are never answered in clear. */
@Path("/api/v1/real-name-checks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class RealNameResource {

    /**
     * @param name as on the ID card; contracts and certificates will show it
     * @param idNumber eighteen characters after GB 11643-1999
     */
    @RegisterForReflection
    public record CheckRealName(
            @NotBlank @Size(max = 60) @Printable String name,
            @NotBlank @Size(max = 18) String idNumber) {

        @Override
        public String toString() {
            return "CheckRealName";
        }
    }

    /** @param level of the customer from now on; the next access token says it too */
    @RegisterForReflection
    public record RealNameChecked(Level level) {}

    private final Commands commands;
    private final RealNameChecks checks;
    private final Caller caller;

    RealNameResource(Commands commands, RealNameChecks checks, Caller caller) {
        this.commands = commands;
        this.checks = checks;
        this.caller = caller;
    }

    /** Checks name and number at the ID registry. */
    @POST
    @RequiresLevel("L1")
    @Idempotent
    @APIResponseSchema(RealNameChecked.class)
    public Uni<Response> check(@NotNull @Valid CheckRealName request) {
        return checks.ask(caller.id(), request.name(), request.idNumber())
                .map(result -> Outcome.orProblem(result, RealNameResource::status))
                .flatMap(confirmed -> commands.run(tx -> checks.keep(tx, caller.id(), confirmed)
                        .map(result -> Reply.of(
                                result, level -> Reply.ok(new RealNameChecked(level)), RealNameResource::status))));
    }

    private static int status(RealNameRefusal refusal) {
        return switch (refusal) {
            case RealNameRefusal.IdNumberMalformed ignored -> 422;
            case RealNameRefusal.CheckCharacterWrong ignored -> 422;
            case RealNameRefusal.BirthDateImpossible ignored -> 422;
            case RealNameRefusal.NotAdult ignored -> 422;
            case RealNameRefusal.RegistrySaysNo ignored -> 422;
            case RealNameRefusal.VerifiedAlready ignored -> 409;
            case RealNameRefusal.IdNumberTaken ignored -> 409;
            case RealNameRefusal.TriedTooOften(var cause) -> Outcome.status(cause);
        };
    }
}
