package io.anju.gateway.access;

import io.anju.gateway.routing.Route;
import io.anju.kernel.result.Result;
import io.anju.kit.token.TokenRefusal;
import io.anju.kit.token.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/**
 * Checks the access token of a request. Every service checks it again: this keeps what is worthless outside, it does not vouch for what is let in.
 */
@ApplicationScoped
public class Access {
    private static final String SCHEME = "Bearer ";

    private final TokenVerifier verifier;

    Access(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /** The caller at this door, or why there is none. */
    public Result<Caller, AccessRefusal> check(Route.Door door, @Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Result.refused(new AccessRefusal.TokenMissing());
        }
        return switch (verifier.verifyAccess(
                authorization.substring(SCHEME.length()).strip())) {
            case Result.Refused<JwtClaims, TokenRefusal>(var why) ->
                Result.refused(new AccessRefusal.TokenInvalid(why.reason()));
            case Result.Ok<JwtClaims, TokenRefusal>(var claims) -> admit(door, claims);
        };
    }

    private static Result<Caller, AccessRefusal> admit(Route.Door door, JwtClaims claims) {
        try {
            var roles =
                    claims.hasClaim("roles") ? Set.copyOf(claims.getStringListClaimValue("roles")) : Set.<String>of();
            if (roles.stream().noneMatch(door.roles()::contains)) {
                return Result.refused(new AccessRefusal.RoleMissing(claims.getSubject(), List.copyOf(roles)));
            }
            return Result.ok(new Caller(claims.getSubject(), String.valueOf(claims.getClaimValue("client_id")), roles));
        } catch (MalformedClaimException e) {
            return Result.refused(new AccessRefusal.TokenInvalid("roles are no list"));
        }
    }
}
