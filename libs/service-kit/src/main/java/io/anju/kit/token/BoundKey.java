package io.anju.kit.token;

import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;

/** The key that an access token is bound to, by its thumbprint (RFC 9449, section 6.1: {@code cnf.jkt}). */
public final class BoundKey {

    /** The claim that confirms a key (RFC 7800, section 3.1). */
    public static final String CONFIRMATION = "cnf";

    /** Its member for the SHA-256 thumbprint of a JWK (RFC 7638). */
    public static final String THUMBPRINT = "jkt";

    private BoundKey() {}

    /**
     * The thumbprint, of a verified token; empty for a bearer token. A confirmation that is none we know becomes a key that
     * nobody has: a token that is bound to something is no bearer token.
     */
    public static Optional<String> of(JwtClaims claims) {
        if (!claims.hasClaim(CONFIRMATION)) {
            return Optional.empty();
        }
        return claims.getClaimValue(CONFIRMATION) instanceof Map<?, ?> confirmation
                        && confirmation.get(THUMBPRINT) instanceof String thumbprint
                ? Optional.of(thumbprint)
                : Optional.of("");
    }
}
