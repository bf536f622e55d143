package io.anju.identity.oauth;

import io.anju.identity.model.Level;
import io.anju.identity.oauth.model.GrantRefusal;
import io.anju.identity.oauth.model.GrantRefusal.Error;
import io.anju.identity.party.Standing;
import io.anju.identity.session.Device;
import io.anju.identity.session.IssuedTokens;
import io.anju.identity.session.Sessions;
import io.anju.identity.token.AccessClaims;
import io.anju.identity.token.Tokens;
import io.anju.kernel.result.Result;
import io.anju.kit.token.TokenRefusal;
import io.anju.kit.token.TokenVerifier;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * The grants of the token endpoint. What they write is kept even when they refuse; a client that shows a good assertion
 * costs one statement.
 */
@ApplicationScoped
public class Grants {

    static final String ACCESS_TOKEN_TYPE = "urn:ietf:params:oauth:token-type:access_token";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private final Transactions transactions;
    private final ClientAuthentication authentication;
    private final GrantFailures failures;
    private final Clients clients;
    private final Sessions sessions;
    private final Tokens tokens;
    private final TokenVerifier verifier;

    Grants(
            Transactions transactions,
            ClientAuthentication authentication,
            GrantFailures failures,
            Clients clients,
            Sessions sessions,
            Tokens tokens,
            TokenVerifier verifier) {
        this.transactions = transactions;
        this.authentication = authentication;
        this.failures = failures;
        this.clients = clients;
        this.sessions = sessions;
        this.tokens = tokens;
        this.verifier = verifier;
    }

    /** Answers one request. */
    public Uni<Result<TokenAnswer, GrantRefusal>> grant(TokenRequest request) {
        return switch (request.grantType()) {
            case "refresh_token" -> transactions.run(tx -> refresh(tx, request));
            case "client_credentials" -> asClient(request, client -> ownToken(client, request));
            case EXCHANGE -> asClient(request, client -> exchange(client, request));
            default -> refused(Error.UNSUPPORTED_GRANT_TYPE, "refresh_token, client_credentials or token-exchange");
        };
    }

    // RFC 6749 §6. A live token is given its successor whatever was counted before: 256 random bits cannot be guessed,
    // and failures elsewhere must not end a live session. Refreshing clears no count.
    private Uni<Result<TokenAnswer, GrantRefusal>> refresh(Tx tx, TokenRequest request) {
        if (request.refreshToken().isEmpty()) {
            return refused(Error.INVALID_REQUEST, "refresh_token is missing");
        }
        var presenter = new Sessions.Presenter(
                request.clientId().orElse(Device.DEFAULT_CLIENT), request.deviceId(), request.key());
        return sessions.refresh(tx, request.refreshToken().get(), presenter).flatMap(refreshed -> switch (refreshed) {
            case Sessions.Refreshed.Given(var given) -> Uni.createFrom().item(Result.ok(answer(given)));
            case Sessions.Refreshed.NotGood() ->
                ended(tx, request.refreshToken().get(), request.address());
            case Sessions.Refreshed.ProofMissing() -> refused(Error.INVALID_DPOP_PROOF, "a DPoP proof is needed");
        });
    }

    private static TokenAnswer answer(IssuedTokens given) {
        return new TokenAnswer(given.access(), Optional.of(given.refreshToken()), Optional.empty());
    }

    /** Whoever had a token learns that it ended, however often they show it; one that was never given out is counted. */
    private Uni<Result<TokenAnswer, GrantRefusal>> ended(Tx tx, String shown, String address) {
        var refusal = new GrantRefusal(Error.INVALID_GRANT, "the refresh token is not good any more");
        return sessions.everIssued(tx, shown)
                .flatMap(known -> known
                        ? Uni.createFrom().item(Result.refused(refusal))
                        : failures.count(tx, refusal, Optional.empty(), address));
    }

    private interface Step {
        Uni<Result<TokenAnswer, GrantRefusal>> with(Clients.Client client);
    }

    private Uni<Result<TokenAnswer, GrantRefusal>> asClient(TokenRequest request, Step next) {
        return authentication.authenticate(request).flatMap(result -> switch (result) {
            case Result.Ok<Clients.Client, GrantRefusal>(var client) -> next.with(client);
            case Result.Refused<Clients.Client, GrantRefusal>(var refusal) ->
                Uni.createFrom().item(Result.refused(refusal));
        });
    }

    private Uni<Result<TokenAnswer, GrantRefusal>> ownToken(Clients.Client client, TokenRequest request) {
        String audience = request.audience().orElse("");
        if (!client.kind().mayAsk(audience, clients.services())) {
            return refused(Error.INVALID_TARGET, "not an audience for this client");
        }
        var claims = new AccessClaims(
                client.id(),
                client.kind().audience(audience),
                client.id(),
                Set.of(client.kind().role()),
                Set.of(Standing.SCOPE),
                Level.L0,
                Optional.empty(),
                Optional.empty());
        return answer(tokens.access(claims.boundTo(request.key())), Optional.empty());
    }

    // RFC 8693: the user stays the subject, the service becomes the actor, the audience is one service. The user's
    // token may be bound to a key (RFC 9449): the service saw the proof, has none to show here and none for the next
    // service. What it gets is bound to a key of its own, where it proves one, and never to the user's.
    private Uni<Result<TokenAnswer, GrantRefusal>> exchange(Clients.Client client, TokenRequest request) {
        if (!client.kind().mayExchange()) {
            return refused(Error.UNAUTHORIZED_CLIENT, "not for this client");
        }
        String audience = request.audience().orElse("");
        if (!clients.services().contains(audience)) {
            return refused(Error.INVALID_TARGET, "audience must be one service");
        }
        if (request.subjectToken().isEmpty()
                || !request.subjectTokenType().filter(ACCESS_TOKEN_TYPE::equals).isPresent()) {
            return refused(Error.INVALID_REQUEST, "subject_token of type access_token is needed");
        }
        return switch (verifier.verifyAccess(request.subjectToken().get())) {
            case Result.Refused<JwtClaims, TokenRefusal> ignored ->
                failures.count(
                        new GrantRefusal(Error.INVALID_GRANT, "the subject token is not good"),
                        Optional.of(client.id()),
                        request.address());
            case Result.Ok<JwtClaims, TokenRefusal>(var user) ->
                answer(
                        tokens.access(onBehalf(user, client.id(), audience).boundTo(request.key()), end(user)),
                        Optional.of(ACCESS_TOKEN_TYPE));
        };
    }

    private static Instant end(JwtClaims user) {
        try {
            return Instant.ofEpochSecond(user.getExpirationTime().getValue());
        } catch (MalformedClaimException e) {
            throw new IllegalStateException("a token of our own has claims of another shape", e);
        }
    }

    private static AccessClaims onBehalf(JwtClaims user, String actor, String audience) {
        try {
            return new AccessClaims(
                    user.getSubject(),
                    audience,
                    actor,
                    Set.copyOf(user.getStringListClaimValue("roles")),
                    Set.copyOf(Arrays.asList(user.getStringClaimValue("scope").split(" "))),
                    Level.valueOf(user.getStringClaimValue("acr")),
                    Optional.empty(),
                    Optional.of(actor));
        } catch (MalformedClaimException e) {
            throw new IllegalStateException("a token of our own has claims of another shape", e);
        }
    }

    private static Uni<Result<TokenAnswer, GrantRefusal>> answer(
            Uni<Tokens.Minted> token, Optional<String> issuedType) {
        return token.map(minted -> Result.ok(new TokenAnswer(minted, Optional.empty(), issuedType)));
    }

    private static Uni<Result<TokenAnswer, GrantRefusal>> refused(Error error, String description) {
        return Uni.createFrom().item(Result.refused(new GrantRefusal(error, description)));
    }
}
