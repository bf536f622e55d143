package io.anju.identity.signin.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.anju.identity.http.DeviceBody;
import io.anju.identity.http.Devices;
import io.anju.identity.http.Language;
import io.anju.identity.http.Origin;
import io.anju.identity.http.Outcome;
import io.anju.identity.http.Phones;
import io.anju.identity.http.TokensBody;
import io.anju.identity.model.Phone;
import io.anju.identity.model.Proof;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.notice.NoticeDecisions;
import io.anju.identity.notice.model.NoticeReference;
import io.anju.identity.passkey.RequestOptions;
import io.anju.identity.proof.SmsGateway;
import io.anju.identity.session.Sessions;
import io.anju.identity.signin.NewDeviceNotice;
import io.anju.identity.signin.SignIns;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.dpop.Proofs;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.ProblemException;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Sign-in. No {@code Idempotency-Key}: it would belong to nobody, and the answers hold secrets that are kept nowhere. */
@Path("/api/v1/sign-ins")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class SignInResource {

    /** @param phone for SMS */
    @RegisterForReflection
    public record OpenSignIn(
            @NotNull ProofMethod method, @Nullable String phone) {}

    /** @param passkeyOptions what {@code parseRequestOptionsFromJSON} takes; absent for SMS */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record SignInOpened(
            UUID id,
            ProofMethod method,
            Instant expiresAt,
            @Nullable RequestOptions passkeyOptions) {}

    /**
     * Code or assertion, as the sign-in was opened.
     *
     * @param assertion {@code AuthenticationResponseJSON} as {@code toJSON()} gives it
     */
    @RegisterForReflection
    public record SignInProof(
            @Pattern(regexp = "\\d{6}") @Nullable String code,
            @Nullable JsonNode assertion,
            @Nullable ProofMethod method,
            @Valid @Nullable DeviceBody device) {

        Proof proof() {
            if ((code == null) == (assertion == null)) {
                throw ProblemException.invalid(FieldError.of("code", "EITHER_CODE_OR_ASSERTION"));
            }
            return code != null ? new Proof.Code(code) : new Proof.PasskeyAssertion(String.valueOf(assertion));
        }
    }

    private final Transactions transactions;
    private final SignIns signIns;
    private final SmsGateway sms;
    private final Origin origin;
    private final Language language;
    private final NewDeviceNotice newDevices;
    private final Devices devices;
    private final NoticeDecisions notices;

    SignInResource(
            Transactions transactions,
            SignIns signIns,
            SmsGateway sms,
            Origin origin,
            Language language,
            NewDeviceNotice newDevices,
            Devices devices,
            NoticeDecisions notices) {
        this.transactions = transactions;
        this.signIns = signIns;
        this.sms = sms;
        this.origin = origin;
        this.language = language;
        this.newDevices = newDevices;
        this.devices = devices;
        this.notices = notices;
    }

    /** Sends a code, or gives the options for a passkey; the answer does not tell whether a phone is known. */
    @POST
    @SafeToRepeat("it opens another sign-in, within the limits of the phone and the address")
    @APIResponseSchema(value = SignInOpened.class, responseCode = "201")
    public Uni<Response> open(@NotNull @Valid OpenSignIn request) {
        return switch (request.method()) {
            case SMS -> openBySms(Phones.read(request.phone()));
            case PASSKEY -> openByPasskey();
        };
    }

    private Uni<Response> openBySms(Phone phone) {
        return transactions
                .run(tx -> signIns.openBySms(tx, phone, origin.address()))
                .map(result -> Outcome.orProblem(result, Outcome::status))
                .call(opened -> sms.send(phone, text(opened.code())))
                .map(opened -> created(new SignInOpened(
                        opened.signIn().id(), ProofMethod.SMS, opened.signIn().expiresAt(), null)));
    }

    private Uni<Response> openByPasskey() {
        return transactions
                .run(signIns::openByPasskey)
                .map(opened -> created(new SignInOpened(
                        opened.signIn().id(),
                        ProofMethod.PASSKEY,
                        opened.signIn().expiresAt(),
                        opened.options())));
    }

    private static Response created(SignInOpened opened) {
        // Nobody is signed in yet to whom it could be shown: the answer has no Location.
        return Response.status(Response.Status.CREATED).entity(opened).build();
    }

    /**
     * Signs in. A sign-in from a device that is new to the account is announced to its owner by SMS. With a {@code DPoP}
     * header the tokens are bound to its key.
     */
    @POST
    @Parameter(
            name = Proofs.HEADER,
            in = ParameterIn.HEADER,
            description = Proofs.FOR_TOKENS,
            schema = @Schema(type = SchemaType.STRING))
    @Path("{id}/proof")
    @SafeToRepeat(
            "the second time is 409 SIGN_IN_OVER, and another is opened; the session of the lost answer can be ended")
    @APIResponseSchema(TokensBody.class)
    public Uni<Response> prove(@PathParam("id") UUID id, @NotNull @Valid SignInProof request) {
        var proof = request.proof();
        return devices.of(request.device())
                .map(device -> new SignIns.Attempt(proof, device, origin.address()))
                .flatMap(attempt -> transactions.run(tx -> signIns.prove(tx, id, attempt)))
                .map(result -> Outcome.orThrow(result, refusal -> SignInProblems.of(refusal, language.tag())))
                .call(newDevices::tell)
                .flatMap(opened -> awaited(opened).map(notice -> signedIn(opened, notice)));
    }

    /**
     * An appeal.
     *
     * @param code of this sign-in, which it uses up
     * @param hold the {@code id} of the {@code RISK_HELD} or {@code RISK_DENIED} that is appealed against
     */
    @RegisterForReflection
    public record SignInAppeal(
            @NotNull @Pattern(regexp = "\\d{6}") String code,
            @NotNull UUID hold,
            @NotBlank @Size(max = 4000) String text) {}

    /** @param state of what was appealed against, as before */
    @RegisterForReflection
    public record AppealHeard(UUID hold, String state) {}

    /**
     * Appeals against a sign-in that was stopped, for whoever is not signed in: another sign-in is opened for the phone, and its
     * code given here. It signs nobody in; an officer looks at it.
     */
    @POST
    @Path("{id}/appeal")
    @SafeToRepeat("the second time is 409 SIGN_IN_OVER: it was heard")
    @APIResponseSchema(value = AppealHeard.class, responseCode = "201")
    public Uni<Response> appeal(@PathParam("id") UUID id, @NotNull @Valid SignInAppeal request) {
        var appeal = new SignIns.Appeal(
                request.code(), request.hold(), request.text().strip(), origin.address());
        return transactions
                .run(tx -> signIns.appeal(tx, id, appeal))
                .map(result -> Outcome.orThrow(result, refusal -> SignInProblems.of(refusal, language.tag())))
                .map(hold -> Response.status(Response.Status.CREATED)
                        .entity(new AppealHeard(hold.placed().id(), hold.state()))
                        .build());
    }

    /** Whoever is signed in stays so, whatever comes of looking for this. */
    private Uni<Optional<NoticeReference>> awaited(Sessions.Opened opened) {
        return transactions
                .run(tx -> notices.awaiting(tx, opened.person().personId()))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private static Response signedIn(Sessions.Opened opened, Optional<NoticeReference> notice) {
        var awaiting = notice.map(found -> new TokensBody.PrivacyNotice(found.version(), found.sha256()));
        return Response.ok(TokensBody.of(opened.person().personId(), opened.tokens())
                        .awaiting(awaiting.orElse(null)))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String text(String code) {
        return "【安居】登录验证码 " + code + "，5分钟内有效，请勿告诉他人。Sign-in code " + code + ".";
    }
}
