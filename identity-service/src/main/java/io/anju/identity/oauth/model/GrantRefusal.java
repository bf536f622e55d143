package io.anju.identity.oauth.model;

import io.anju.kernel.result.Refusal;
import java.util.Locale;

/**
 * Every way in which the token endpoint says no, with the code of its standard: RFC 6749 §5.2, RFC 8693 §2.2.2
 * ({@code invalid_target}), RFC 9449 §5 ({@code invalid_dpop_proof}) and §8 ({@code use_dpop_nonce}), and {@code slow_down} of RFC 8628 §3.5 for the
 * guard.
 *
 * @param description for the developer; never says which of several secrets was wrong
 */
public record GrantRefusal(Error error, String description) implements Refusal {

    /** The code on the wire. */
    public enum Error {
        INVALID_REQUEST,
        INVALID_CLIENT,
        INVALID_GRANT,
        INVALID_TARGET,
        INVALID_DPOP_PROOF,
        USE_DPOP_NONCE,
        UNAUTHORIZED_CLIENT,
        UNSUPPORTED_GRANT_TYPE,
        SLOW_DOWN;

        /** As the standards write it. */
        public String onTheWire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String code() {
        return error.name();
    }
}
