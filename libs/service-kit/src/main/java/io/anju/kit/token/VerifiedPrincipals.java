package io.anju.kit.token;

import io.anju.kernel.result.Result;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jose4j.jwt.JwtClaims;

/** SmallRye JWT's principals, made by {@link TokenVerifier} from keys that are already here: no call on the way. */
@Alternative
@Priority(1)
@ApplicationScoped
public class VerifiedPrincipals extends JWTCallerPrincipalFactory {

    private final TokenVerifier verifier;

    VerifiedPrincipals(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo ignored) throws ParseException {
        return switch (verifier.verifyAccess(token)) {
            case Result.Ok<JwtClaims, TokenRefusal>(var claims) -> principal(token, claims);
            case Result.Refused<JwtClaims, TokenRefusal>(var refusal) -> throw new ParseException(refusal.reason());
        };
    }

    private static JWTCallerPrincipal principal(String token, JwtClaims verified) throws ParseException {
        try {
            var claims = JwtClaims.parse(verified.toJson());
            claims.setClaim("groups", verified.getStringListClaimValue("roles"));
            claims.setClaim("raw_token", token);
            return new DefaultJWTCallerPrincipal("at+jwt", claims);
        } catch (org.jose4j.jwt.consumer.InvalidJwtException | org.jose4j.jwt.MalformedClaimException e) {
            throw new ParseException("roles are no list", e);
        }
    }
}
