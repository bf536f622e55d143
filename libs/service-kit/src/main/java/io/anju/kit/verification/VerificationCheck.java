package io.anju.kit.verification;

import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.http.Digests;
import io.anju.kit.http.RequestBodies;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.token.ShownToken;
import io.anju.kit.token.TokenVerifier;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Enforces {@link RequiresVerification} before the endpoint runs. */
public class VerificationCheck {

    /** The header that carries the second key, beside the access token. */
    public static final String HEADER = "Verification-Token";

    private final TokenVerifier tokens;
    private final Caller caller;

    VerificationCheck(TokenVerifier tokens, Caller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @ServerRequestFilter(readBody = true)
    @RequiresVerification(act = "", resource = "")
    public void check(ContainerRequestContext request, ResourceInfo endpoint) throws IOException {
        var asked = endpoint.getResourceMethod().getAnnotation(RequiresVerification.class);
        var binding = new VerificationBinding(
                caller.subject(),
                asked.act(),
                resource(asked.resource(), request.getUriInfo()),
                Digests.sha256(RequestBodies.peek(request)));
        switch (verify(request.getHeaderString(HEADER), binding)) {
            case Result.Ok<VerifiedAct, VerificationRefusal>(var act) -> caller.verified(act);
            case Result.Refused<VerifiedAct, VerificationRefusal>(var refusal) ->
                throw new ProblemException(problem(refusal, request.getHeaderString(HttpHeaders.AUTHORIZATION)));
        }
    }

    private Result<VerifiedAct, VerificationRefusal> verify(@Nullable String token, VerificationBinding binding) {
        var required = new VerificationRefusal.Required(binding.act(), binding.resource(), binding.bodySha256());
        if (token == null) {
            return Result.refused(required);
        }
        return switch (tokens.verifyVerification(token)) {
            case Result.Ok<org.jose4j.jwt.JwtClaims, ?>(var claims) -> binding.check(claims, token);
            case Result.Refused<org.jose4j.jwt.JwtClaims, ?> ignored -> Result.refused(required);
        };
    }

    private static Problem problem(VerificationRefusal refusal, @Nullable String authorization) {
        return switch (refusal) {
            // RFC 9470 §3: "insufficient_user_authentication: The authentication event associated with the access
            // token presented with the request does not meet the authentication requirements".
            case VerificationRefusal.Required required ->
                Problem.of(401, required).withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(required, authorization));
            case VerificationRefusal.Mismatch mismatch -> Problem.of(403, mismatch);
        };
    }

    private static String challenge(VerificationRefusal.Required required, @Nullable String authorization) {
        var bound = ShownToken.read(authorization)
                .filter(shown -> shown.scheme() == ShownToken.Scheme.DPOP)
                .isPresent();
        return (bound ? "DPoP" : "Bearer")
                + " error=\"insufficient_user_authentication\", "
                + "error_description=\"A verification for this act is required\", "
                + "act=\"%s\", resource=\"%s\", body_sha256=\"%s\""
                        .formatted(required.act(), required.resource(), required.bodySha256());
    }

    private static String resource(String template, UriInfo uri) {
        var filled = template;
        for (var parameter : uri.getPathParameters().entrySet()) {
            filled = filled.replace(
                    "{" + parameter.getKey() + "}", parameter.getValue().getFirst());
        }
        return filled;
    }
}
