package io.anju.kit.dpop;

import io.anju.kernel.result.Result;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.token.BoundKey;
import io.anju.kit.token.Challenges;
import io.anju.kit.token.ShownToken;
import io.anju.kit.token.TokenRefusal;
import io.anju.kit.token.TokenVerifier;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;

/**
 * Says who is calling, before Quarkus' own mechanism, which knows bearer tokens only: a token that is bound to a key opens
 * nothing without a proof of that key, and none that is not bound passes for one that is.
 */
@ApplicationScoped
class TokenAuthentication implements HttpAuthenticationMechanism {

    private static final int BEFORE_QUARKUS = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1;

    private final TokenVerifier tokens;
    private final Proofs proofs;

    TokenAuthentication(TokenVerifier tokens, Proofs proofs) {
        this.tokens = tokens;
        this.proofs = proofs;
    }

    @Override
    public int getPriority() {
        return BEFORE_QUARKUS;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var shown = ShownToken.read(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        if (shown.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        var request = new TokenAuthenticationRequest(
                new JsonWebTokenCredential(shown.get().token()));
        return admit(context, shown.get())
                .flatMap(refused -> refused.isPresent()
                        ? Uni.createFrom().failure(new ProblemException(refused.get()))
                        : identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(request, context)));
    }

    private Uni<Optional<Problem>> admit(RoutingContext context, ShownToken shown) {
        return switch (tokens.verifyAccess(shown.token())) {
            case Result.Refused<JwtClaims, TokenRefusal> ignored -> refused(Challenges.badToken(shown.scheme()));
            case Result.Ok<JwtClaims, TokenRefusal>(var claims) ->
                switch (shown.scheme()) {
                    // RFC 9449 §7.2: "such a protected resource MUST reject a DPoP-bound access token received as a
                    // bearer token".
                    case BEARER ->
                        BoundKey.of(claims).isEmpty()
                                ? Uni.createFrom().item(Optional.empty())
                                : refused(Challenges.BAD_BOUND);
                    case DPOP ->
                        BoundKey.of(claims)
                                .map(key -> prove(context, new ShownProof.BoundToken(shown.token(), key)))
                                .orElseGet(() -> refused(Challenges.BAD_BOUND));
                };
        };
    }

    private Uni<Optional<Problem>> prove(RoutingContext context, ShownProof.BoundToken token) {
        return proofs.check(context.request(), token).map(checked -> switch (checked) {
            case Result.Ok<String, ProofRefusal> ignored -> Optional.empty();
            case Result.Refused<String, ProofRefusal>(var refusal) -> Optional.of(refusal.problem());
        });
    }

    private static Uni<Optional<Problem>> refused(String challenge) {
        return Uni.createFrom()
                .item(Optional.of(
                        Problem.of(401, "TOKEN_INVALID").withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge)));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, Challenges.NO_TOKEN));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }
}
