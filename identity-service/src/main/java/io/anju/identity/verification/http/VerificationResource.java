package io.anju.identity.verification.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.identity.hold.Holds;
import io.anju.identity.http.Language;
import io.anju.identity.http.Origin;
import io.anju.identity.http.Outcome;
import io.anju.identity.http.SessionOfCaller;
import io.anju.identity.model.Proof;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.proof.SmsGateway;
import io.anju.identity.risk.Where;
import io.anju.identity.verification.OpenedVerification;
import io.anju.identity.verification.Proved;
import io.anju.identity.verification.VerificationDelays;
import io.anju.identity.verification.VerificationProofs;
import io.anju.identity.verification.Verifications;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The second key over HTTP: open, prove, look at. */
@Path("/api/v1/verifications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"customer", "loan-officer", "approver", "teller", "risk-officer", "compliance", "auditor", "admin"})
public class VerificationResource {

    /**
     * A proof.
     *
     * @param code for SMS
     * @param assertion for a passkey: {@code AuthenticationResponseJSON} as {@code toJSON()} gives it
     */
    @RegisterForReflection
    public record VerificationProof(
            @NotNull ProofMethod method,
            @Pattern(regexp = "\\d{6}") @Nullable String code,
            @Nullable JsonNode assertion) {

        Proof proof() {
            return switch (method) {
                case SMS -> new Proof.Code(present("code", code));
                case PASSKEY ->
                    new Proof.PasskeyAssertion(present("assertion", assertion).toString());
            };
        }

        private static <T> T present(String field, @Nullable T value) {
            if (value == null) {
                throw ProblemException.invalid(FieldError.of(field, "NOT_NULL"));
            }
            return value;
        }
    }

    /** @param verificationToken for the header {@code Verification-Token}; good for one use, at most two minutes */
    @RegisterForReflection
    public record MintedBody(String verificationToken, UUID jti, Instant expiresAt) {}

    private final Transactions transactions;
    private final Verifications verifications;
    private final VerificationProofs proofs;
    private final VerificationDelays delays;
    private final Holds holds;
    private final SmsGateway sms;
    private final SurvivedFailures failures;
    private final Caller caller;
    private final SessionOfCaller session;
    private final Origin origin;
    private final Language language;

    VerificationResource(
            Transactions transactions,
            Verifications verifications,
            VerificationProofs proofs,
            VerificationDelays delays,
            Holds holds,
            SmsGateway sms,
            SurvivedFailures failures,
            Caller caller,
            SessionOfCaller session,
            Origin origin,
            Language language) {
        this.transactions = transactions;
        this.verifications = verifications;
        this.proofs = proofs;
        this.delays = delays;
        this.holds = holds;
        this.sms = sms;
        this.failures = failures;
        this.caller = caller;
        this.session = session;
        this.origin = origin;
        this.language = language;
    }

    /** Opens a verification for one act; the risk rules decide before any challenge is given out. */
    @POST
    @SafeToRepeat("it opens another verification; the one whose answer was lost ends unproven")
    @APIResponseSchema(value = VerificationBody.class, responseCode = "201")
    public Uni<Response> open(@NotNull @Valid OpenVerification request) {
        var asked = new Verifications.Request(
                caller.id(),
                session.id(),
                request.protectedAct(),
                request.claim(),
                request.cardEnding(),
                request.wanted(),
                origin.address());
        return transactions
                .run(tx -> verifications.open(tx, asked))
                .map(result -> Outcome.orThrow(result, refusal -> VerificationProblems.of(refusal, language.tag())))
                .call(opened -> opened.sms()
                        .map(message -> sms.send(message.phone(), message.text()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(opened -> Response.created(location(opened))
                        .entity(VerificationBody.of(opened))
                        .build());
    }

    /** Proves it; the answer is the one token, or {@code 202} where the act waits, and then its person is told. */
    @POST
    @Path("{id}/proof")
    @SafeToRepeat("the token is given once: the second time is 409 VERIFICATION_PROVEN_ALREADY, and another is opened")
    @APIResponseSchema(MintedBody.class)
    @APIResponse(
            responseCode = "202",
            description = "Proved; the token can be fetched when the delay is over",
            content = @Content(schema = @Schema(implementation = VerificationBody.class)))
    public Uni<Response> prove(@PathParam("id") UUID id, @NotNull @Valid VerificationProof request) {
        var where = Where.inSession(session.id(), origin.address());
        return transactions
                .run(tx -> proofs.prove(tx, caller.id(), id, request.proof(), where))
                .map(result -> Outcome.orProblem(result, VerificationProblems::status))
                .call(this::tell)
                .map(proved -> switch (proved) {
                    case Proved.Minted minted -> minted(minted);
                    case Proved.Waiting waiting ->
                        Response.accepted(VerificationBody.of(waiting.delayed()))
                                .build();
                });
    }

    /** Best effort, after it is kept: a gateway that is away undoes nothing, and the inbox tells too. */
    private Uni<Void> tell(Proved proved) {
        return proved instanceof Proved.Waiting(var ignored, Optional<OpenedVerification.Sms> notice)
                        && notice.isPresent()
                ? failures.survive(
                        "telling of an act that waits",
                        sms.send(notice.get().phone(), notice.get().text()))
                : Uni.createFrom().voidItem();
    }

    private static Response minted(Proved.Minted minted) {
        return Response.ok(new MintedBody(minted.token(), minted.tokenId(), minted.expiresAt()))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** Those of the caller that wait, or whose token can be fetched now, newest first. */
    @GET
    public Uni<RestResponse<Page<VerificationBody>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var before = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> delays.list(tx, caller.id(), before, query.limit + 1))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.opened().id().toString()))
                        .map(VerificationBody::of)
                        .response(uri));
    }

    /** Fetches the token of one that has waited. */
    @POST
    @Path("{id}/token")
    @SafeToRepeat("while the token lives the same one is given again")
    @APIResponseSchema(MintedBody.class)
    public Uni<Response> collect(@PathParam("id") UUID id) {
        var where = Where.inSession(session.id(), origin.address());
        return transactions
                .run(tx -> delays.collect(tx, caller.id(), id, where))
                .map(result -> minted(Outcome.orProblem(result, VerificationProblems::status)));
    }

    /** Takes one back that waits, by this one call: whoever did not ask for it needs no proof to stop it. */
    @POST
    @Path("{id}/cancellation")
    @SafeToRepeat("it is cancelled once, and the answer is the same")
    public Uni<VerificationBody> cancel(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> delays.cancel(tx, caller.id(), id))
                .map(result -> VerificationBody.of(Outcome.orProblem(result, VerificationProblems::status)));
    }

    /** Where it stands, also if it is held; somebody else's is not found. */
    @GET
    @Path("{id}")
    public Uni<VerificationBody> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> verifications
                        .find(tx, caller.id(), id)
                        .flatMap(found -> found.isPresent()
                                ? Uni.createFrom().item(found.map(VerificationBody::of))
                                : held(tx, id)))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    private Uni<Optional<VerificationBody>> held(Tx tx, UUID id) {
        return holds.find(tx, id)
                .map(found -> found.filter(hold -> hold.placed().personId().equals(caller.id()))
                        .map(hold -> VerificationBody.of(hold, language.tag())));
    }

    private static URI location(OpenedVerification opened) {
        return URI.create(
                "/api/v1/verifications/" + opened.opened().pending().opened().id());
    }
}
