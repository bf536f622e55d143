package io.anju.identity.registration.http;

import io.anju.identity.http.DeviceBody;
import io.anju.identity.http.Devices;
import io.anju.identity.http.Language;
import io.anju.identity.http.Origin;
import io.anju.identity.http.Outcome;
import io.anju.identity.http.Phones;
import io.anju.identity.http.TokensBody;
import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.proof.SmsGateway;
import io.anju.identity.registration.Registrations;
import io.anju.identity.registration.model.RegistrationRefusal;
import io.anju.identity.signin.NewDeviceNotice;
import io.anju.identity.signin.http.SignInProblems;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.dpop.Proofs;
import io.anju.kit.problem.Problem;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/**
 * Registration. No {@code Idempotency-Key}: it would belong to nobody, and the answers hold secrets that are kept nowhere.
 */
@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class RegistrationResource {

    /** @param phone mainland mobile number, +86 accepted */
    @RegisterForReflection
    public record OpenRegistration(@NotBlank String phone) {}

    /** @param expiresAt until when the code may be sent in */
    @RegisterForReflection
    public record RegistrationOpened(UUID id, Instant expiresAt) {}

    /** The notice that the person has seen and accepted. */
    @RegisterForReflection
    public record AcceptedNotice(
            @NotBlank @Size(max = 40) String version,
            @NotBlank @Size(max = 64) String sha256) {}

    /** @param code the six digits of the SMS */
    @RegisterForReflection
    public record RegistrationProof(
            @NotNull @Pattern(regexp = "\\d{6}") String code,
            @NotNull @Valid AcceptedNotice privacyNotice,
            @Valid @Nullable DeviceBody device) {}

    private final Transactions transactions;
    private final Registrations registrations;
    private final SmsGateway sms;
    private final Origin origin;
    private final Devices devices;
    private final Language language;
    private final NewDeviceNotice newDevices;

    RegistrationResource(
            Transactions transactions,
            Registrations registrations,
            SmsGateway sms,
            Origin origin,
            Devices devices,
            Language language,
            NewDeviceNotice newDevices) {
        this.transactions = transactions;
        this.registrations = registrations;
        this.sms = sms;
        this.origin = origin;
        this.devices = devices;
        this.language = language;
        this.newDevices = newDevices;
    }

    /** Sends a code to the phone; the answer does not tell whether the phone is known. */
    @POST
    @SafeToRepeat("it opens another registration with another code, within the limits of the phone and the address")
    @APIResponseSchema(value = RegistrationOpened.class, responseCode = "201")
    public Uni<Response> open(@NotNull @Valid OpenRegistration request) {
        var phone = Phones.read(request.phone());
        return transactions
                .run(tx -> registrations.open(tx, phone, origin.address()))
                .map(result -> Outcome.orProblem(result, Outcome::status))
                .call(opened -> sms.send(phone, text(opened.code())))
                // Nobody is signed in yet to whom it could be shown: the answer has no Location.
                .map(opened -> Response.status(Response.Status.CREATED)
                        .entity(new RegistrationOpened(
                                opened.registration().id(),
                                opened.registration().expiresAt()))
                        .build());
    }

    /**
     * Proves the phone, keeps the acceptance of the notice and signs in. A phone that has an account signs in to it, with all
     * that a sign-in by SMS may answer; a device that is new to that account is announced to its owner. With a {@code DPoP} header the tokens are bound to
     * its key.
     */
    @POST
    @Parameter(
            name = Proofs.HEADER,
            in = ParameterIn.HEADER,
            description = Proofs.FOR_TOKENS,
            schema = @Schema(type = SchemaType.STRING))
    @Path("{id}/proof")
    @SafeToRepeat(
            "the second time is 409 REGISTRATION_COMPLETED_ALREADY: the account is there, and signing in opens it")
    @APIResponseSchema(value = TokensBody.class, responseCode = "201")
    public Uni<Response> prove(@PathParam("id") UUID id, @NotNull @Valid RegistrationProof request) {
        var accepted = new NoticeReference(
                request.privacyNotice().version(), request.privacyNotice().sha256());
        return devices.of(request.device())
                .map(device -> new Registrations.Proof(request.code(), accepted, device, origin.address()))
                .flatMap(proof -> transactions.run(tx -> registrations.prove(tx, id, proof)))
                .map(result -> Outcome.orThrow(result, this::problem))
                .call(newDevices::tell)
                .map(opened -> Response.status(Response.Status.CREATED)
                        .entity(TokensBody.of(opened.person().personId(), opened.tokens()))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private static String text(String code) {
        return "【安居】注册验证码 " + code + "，5分钟内有效，请勿告诉他人。Registration code " + code + ".";
    }

    private Problem problem(RegistrationRefusal refusal) {
        return switch (refusal) {
            case RegistrationRefusal.NotFound ignored -> Problem.of(404, refusal);
            case RegistrationRefusal.Expired ignored -> Problem.of(410, refusal);
            case RegistrationRefusal.CompletedAlready ignored -> Problem.of(409, refusal);
            case RegistrationRefusal.NoticeNotCurrent ignored -> Problem.of(409, refusal);
            case RegistrationRefusal.NotLetIn(var cause) -> SignInProblems.of(cause, language.tag());
            case RegistrationRefusal.ProofRefused(var cause) -> Problem.of(Outcome.status(cause), refusal);
        };
    }
}
