package io.anju.kit.token;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An access token as a request shows it.
 *
 * @param scheme how it says that it may be used
 * @param token its text, not yet verified
 */
public record ShownToken(Scheme scheme, String token) {

    /** The two authentication schemes of access tokens. */
    public enum Scheme {

        /** RFC 6750: whoever has the token may use it. */
        BEARER("Bearer "),

        /** RFC 9449, section 7.1: only who proves possession of the token's key may use it. */
        DPOP("DPoP ");

        private final String prefix;

        Scheme(String prefix) {
            this.prefix = prefix;
        }

        // RFC 9110 §11.1: "It uses a case-insensitive token to identify the authentication scheme".
        private boolean begins(String authorization) {
            return authorization.regionMatches(true, 0, prefix, 0, prefix.length());
        }
    }

    /** Reads the {@code Authorization} header; empty where there is none, or one of another scheme. */
    public static Optional<ShownToken> read(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        for (var scheme : Scheme.values()) {
            if (scheme.begins(authorization)) {
                return Optional.of(new ShownToken(
                        scheme, authorization.substring(scheme.prefix.length()).strip()));
            }
        }
        return Optional.empty();
    }
}
