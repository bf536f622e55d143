package io.anju.kit.token;

/** Values of {@code WWW-Authenticate} (RFC 6750 section 3, RFC 9449 section 7.1). */
public final class Challenges {

    /** What a proof of possession may be signed with. */
    public static final String ALGORITHMS = "ES256 EdDSA";

    private static final String ALGS = "algs=\"" + ALGORITHMS + "\"";

    /** RFC 9449 §7.2: without any token both schemes are offered, and no error is told. */
    public static final String NO_TOKEN = "Bearer, DPoP " + ALGS;

    /** RFC 6750 §3.1: "The access token provided is expired, revoked, malformed, or invalid". */
    public static final String BAD_BEARER = "Bearer error=\"invalid_token\"";

    /** The same of a token that is bound to a key, or is shown as one. */
    public static final String BAD_BOUND = dpop("invalid_token");

    /** RFC 9449 §7.1: "the DPoP proof itself was deemed invalid based on the criteria of Section 4.3". */
    public static final String BAD_PROOF = dpop("invalid_dpop_proof");

    private Challenges() {}

    private static String dpop(String error) {
        return "DPoP error=\"" + error + "\", " + ALGS;
    }

    /** For a token that is not good, in the scheme that it was shown by. */
    public static String badToken(ShownToken.Scheme scheme) {
        return switch (scheme) {
            case BEARER -> BAD_BEARER;
            case DPOP -> BAD_BOUND;
        };
    }
}
