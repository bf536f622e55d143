package io.anju.contract.signing.http;

import io.anju.contract.signing.Signing;
import io.anju.contract.signing.Signing.ReadClause;
import io.anju.contract.signing.model.ClauseReading;
import io.anju.contract.signing.model.Contract;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.verification.RequiresVerification;
import io.anju.kit.verification.VerifiedAct;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** What a signer does with a contract: confirms clauses, signs, or declines. */
@Path("/api/v1/contracts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class SigningResource {
    private final Signing signing;
    private final Commands commands;
    private final Caller caller;

    SigningResource(Signing signing, Commands commands, Caller caller) {
        this.signing = signing;
        this.commands = commands;
        this.caller = caller;
    }

    /**
     * That a clause was read.
     *
     * @param shownAt when it came on the screen
     * @param secondsShown how long it stayed there
     * @param answer id of the option chosen
     */
    @RegisterForReflection
    @Schema(name = "ClauseConfirmation")
    public record Confirmation(
            @NotNull Instant shownAt,
            @Min(0) @Max(86_400) int secondsShown,
            @NotBlank @Size(max = 10) String answer) {}

    /**
     * Whether a clause is confirmed; with a wrong answer it is not, and may be answered again.
     */
    @RegisterForReflection
    @Schema(name = "ClauseConfirmed")
    public record Confirmed(String clauseId, boolean confirmed) {}

    /**
     * A signature over a file.
     *
     * @param pdfSha256 hexadecimal SHA-256 of the file that was read
     */
    @RegisterForReflection
    @Schema(name = "ContractSignature")
    public record Signature(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String pdfSha256) {}

    /** A contract that the borrower does not want. */
    @RegisterForReflection
    @Schema(name = "ContractDeclination")
    public record Declination(@NotBlank @Size(max = 200) String reason) {}

    @POST
    @Path("/clauses/{clauseId}/confirmation")
    @HeedsIfMatch(table = "contract")
    @Idempotent
    @APIResponseSchema(value = Confirmed.class, responseCode = "201")
    public Uni<Response> confirm(UUID id, String clauseId, @Valid @NotNull Confirmation body) {
        ReadClause read = new ReadClause(clauseId, body.shownAt(), body.secondsShown(), body.answer());
        return commands.run(tx -> signing.confirm(tx, caller.id(), id, read)
                .map(result -> Reply.of(result, reading -> confirmed(id, reading), SigningProblems::status)));
    }

    @POST
    @Path("/signatures")
    @HeedsIfMatch(table = "contract")
    @Idempotent
    @RequiresVerification(act = "contract.sign", resource = "/api/v1/contracts/{id}")
    @APIResponseSchema(value = ContractView.class, responseCode = "201")
    public Uni<Response> sign(UUID id, @Valid @NotNull Signature body) {
        VerifiedAct verification = caller.verification().orElseThrow();
        return commands.run(tx -> signing.sign(tx, caller.id(), id, body.pdfSha256(), verification)
                .map(result -> Reply.of(result, SigningResource::view, SigningProblems::status)));
    }

    @POST
    @Path("/declination")
    @HeedsIfMatch(table = "contract")
    @Idempotent
    @APIResponseSchema(value = ContractView.class, responseCode = "201")
    public Uni<Response> decline(UUID id, @Valid @NotNull Declination body) {
        return commands.run(tx -> signing.decline(tx, caller.id(), id, body.reason())
                .map(result -> Reply.of(result, SigningResource::view, SigningProblems::status)));
    }

    private static Reply confirmed(UUID id, ClauseReading reading) {
        return Reply.created(
                "/api/v1/contracts/" + id + "/clauses", new Confirmed(reading.clauseId(), reading.correct()));
    }

    private static Reply view(Contract contract) {
        return Reply.created("/api/v1/contracts/" + contract.facts().id(), ContractView.of(contract));
    }
}
