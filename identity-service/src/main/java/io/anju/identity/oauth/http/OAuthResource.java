package io.anju.identity.oauth.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.anju.identity.http.Devices;
import io.anju.identity.http.Origin;
import io.anju.identity.oauth.Grants;
import io.anju.identity.oauth.Nonces;
import io.anju.identity.oauth.TokenAnswer;
import io.anju.identity.oauth.TokenRequest;
import io.anju.identity.oauth.model.GrantRefusal;
import io.anju.identity.session.Sessions;
import io.anju.kernel.result.Result;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.dpop.ProofRefusal;
import io.anju.kit.dpop.Proofs;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The token endpoint, in the words of RFC 6749, 7009, 7523, 8693 and 9449: forms in, snake case out, OAuth error bodies. */
@Path("/oauth2")
@PermitAll
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class OAuthResource {

    private static final String OAUTH = "An error as RFC 6749, section 5.2 words it";

    private static final GrantRefusal BAD_PROOF = new GrantRefusal(
            GrantRefusal.Error.INVALID_DPOP_PROOF, "the DPoP header is no fresh proof for this request");

    private static final GrantRefusal NEEDS_NONCE = new GrantRefusal(
            GrantRefusal.Error.USE_DPOP_NONCE,
            "sign the nonce of the DPoP-Nonce header into the proof, and send it again");

    private final Transactions transactions;
    private final Grants grants;
    private final Sessions sessions;
    private final Devices devices;
    private final Origin origin;
    private final Nonces nonces;

    OAuthResource(
            Transactions transactions,
            Grants grants,
            Sessions sessions,
            Devices devices,
            Origin origin,
            Nonces nonces) {
        this.transactions = transactions;
        this.grants = grants;
        this.sessions = sessions;
        this.devices = devices;
        this.origin = origin;
        this.nonces = nonces;
    }

    /** RFC 6749 §5.1. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record TokenBody(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            String scope,
            @JsonProperty("refresh_token") @Nullable String refreshToken,
            @JsonProperty("issued_token_type") @Nullable String issuedTokenType) {

        static TokenBody of(TokenAnswer answer) {
            return new TokenBody(
                    answer.access().token(),
                    answer.access().type(),
                    answer.access().lifetime().toSeconds(),
                    answer.access().scope(),
                    answer.refreshToken().orElse(null),
                    answer.issuedTokenType().orElse(null));
        }
    }

    /** RFC 6749 §5.2. */
    @RegisterForReflection
    public record ErrorBody(
            String error, @JsonProperty("error_description") String description) {}

    /**
     * Refreshing, clients' own tokens, exchange. With a {@code DPoP} header the tokens are bound to its key. Where nonces are in use
     * (RFC 9449, section 8) each answer hands one out in {@code DPoP-Nonce}, for the next proof.
     */
    @POST
    @Parameter(
            name = Proofs.HEADER,
            in = ParameterIn.HEADER,
            description = Proofs.FOR_TOKENS,
            schema = @Schema(type = SchemaType.STRING))
    @Path("token")
    @SafeToRepeat(
            "a refresh token that was just rotated is answered with the same successor; other grants give a new token")
    @APIResponseSchema(TokenBody.class)
    @APIResponse(
            responseCode = "400",
            description = OAUTH,
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    @APIResponse(
            responseCode = "401",
            description = OAUTH,
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    @APIResponse(
            responseCode = "429",
            description = OAUTH,
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public Uni<Response> token(MultivaluedMap<String, String> form) {
        String address = origin.address();
        return devices.possession()
                .flatMap(checked -> switch (checked) {
                    case Result.Ok<Optional<Proofs.Possession>, ProofRefusal>(var shown) ->
                        shown.isPresent() && !nonces.accepts(shown.get().nonce())
                                ? refused(NEEDS_NONCE)
                                : grants.grant(request(form, shown.map(Proofs.Possession::thumbprint), address));
                    case Result.Refused<Optional<Proofs.Possession>, ProofRefusal> ignored -> refused(BAD_PROOF);
                })
                .map(this::response);
    }

    private static Uni<Result<TokenAnswer, GrantRefusal>> refused(GrantRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }

    /**
     * RFC 7009: ends the session of a refresh token. A token that is bound to a key is given back with a {@code DPoP} header of
     * that key. The answer is 200 also for a token that is unknown, or bound to another key than is shown; it is then left alone.
     */
    @POST
    @Parameter(
            name = Proofs.HEADER,
            in = ParameterIn.HEADER,
            description = "Proof of the key that the token is bound to",
            schema = @Schema(type = SchemaType.STRING))
    @Path("revoke")
    @SafeToRepeat("what is revoked stays revoked, and the answer is the same")
    @APIResponse(responseCode = "200", description = "Done")
    @APIResponse(
            responseCode = "400",
            description = OAUTH,
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public Uni<Response> revoke(MultivaluedMap<String, String> form) {
        return devices.key().flatMap(checked -> switch (checked) {
            case Result.Ok<Optional<String>, ProofRefusal>(var key) ->
                transactions
                        .run(tx -> parameter(form, "token")
                                .map(token -> sessions.revoke(tx, token, key))
                                .orElseGet(() -> Uni.createFrom().voidItem()))
                        .map(done -> Response.ok().build());
            case Result.Refused<Optional<String>, ProofRefusal> ignored ->
                Uni.createFrom().item(response(Result.refused(BAD_PROOF)));
        });
    }

    private static TokenRequest request(MultivaluedMap<String, String> form, Optional<String> key, String address) {
        return new TokenRequest(
                parameter(form, "grant_type").orElse(""),
                parameter(form, "refresh_token"),
                parameter(form, "client_id"),
                parameter(form, "device_id"),
                parameter(form, "client_assertion"),
                parameter(form, "client_assertion_type"),
                parameter(form, "audience").or(() -> parameter(form, "resource")),
                parameter(form, "subject_token"),
                parameter(form, "subject_token_type"),
                key,
                address);
    }

    private static Optional<String> parameter(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).filter(value -> !value.isEmpty());
    }

    private Response response(Result<TokenAnswer, GrantRefusal> result) {
        var answer = switch (result) {
            case Result.Ok<TokenAnswer, GrantRefusal>(var given) -> Response.ok(TokenBody.of(given));
            case Result.Refused<TokenAnswer, GrantRefusal>(var refusal) ->
                Response.status(status(refusal.error()))
                        .entity(new ErrorBody(refusal.error().onTheWire(), refusal.description()));
        };
        // RFC 6749 §5.1: "The authorization server MUST include the HTTP "Cache-Control" response header field […]".
        nonces.next().ifPresent(nonce -> answer.header(Nonces.HEADER, nonce));
        return answer.header("Cache-Control", "no-store").build();
    }

    private static int status(GrantRefusal.Error error) {
        return switch (error) {
            case INVALID_CLIENT -> 401;
            case SLOW_DOWN -> 429;
            case INVALID_REQUEST,
                    INVALID_GRANT,
                    INVALID_TARGET,
                    INVALID_DPOP_PROOF,
                    USE_DPOP_NONCE,
                    UNAUTHORIZED_CLIENT,
                    UNSUPPORTED_GRANT_TYPE -> 400;
        };
    }
}
