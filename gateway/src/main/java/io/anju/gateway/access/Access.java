package io.anju.gateway.access;

import io.anju.gateway.routing.Route;
import io.anju.kernel.result.Result;
import io.anju.kit.token.BoundKey;
import io.anju.kit.token.Challenges;
import io.anju.kit.token.ShownToken;
import io.anju.kit.token.TokenRefusal;
import io.anju.kit.token.TokenVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/**
 * Checks the access token of a request. Every service checks it again: this keeps what is worthless outside, it does not vouch for what is let in. A token
 * that is bound to a key (RFC 9449) comes in by the scheme DPoP alone and with one proof beside it; whether the proof is good its service says.
 */
@ApplicationScoped
public class Access {
    private final TokenVerifier verifier;

    Access(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * The caller at this door, or why there is none.
     *
     * @param proofs how many proofs of possession came with the token
     */
    public Result<Caller, AccessRefusal> check(Route.Door door, @Nullable String authorization, int proofs) {
        var shown = ShownToken.read(authorization);
        if (shown.isEmpty()) {
            return Result.refused(new AccessRefusal.TokenMissing());
        }
        return switch (verifier.verifyAccess(shown.get().token())) {
            case Result.Refused<JwtClaims, TokenRefusal>(var why) ->
                Result.refused(new AccessRefusal.TokenInvalid(
                        why.reason(), Challenges.badToken(shown.get().scheme())));
            case Result.Ok<JwtClaims, TokenRefusal>(var claims) ->
                misused(shown.get().scheme(), BoundKey.of(claims).isPresent(), proofs)
                        .<Result<Caller, AccessRefusal>>map(Result::refused)
                        .orElseGet(() -> admit(door, claims));
        };
    }

    private static Optional<AccessRefusal> misused(ShownToken.Scheme scheme, boolean bound, int proofs) {
        if (bound != (scheme == ShownToken.Scheme.DPOP)) {
            return Optional.of(new AccessRefusal.TokenInvalid(
                    bound ? "bound to a key, and shown without" : "not bound to a key", Challenges.BAD_BOUND));
        }
        return bound && proofs != 1 ? Optional.of(new AccessRefusal.ProofInvalid(proofs)) : Optional.empty();
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
            return Result.refused(new AccessRefusal.TokenInvalid("roles are no list", Challenges.BAD_BEARER));
        }
    }
}
