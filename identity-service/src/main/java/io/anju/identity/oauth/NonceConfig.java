package io.anju.identity.oauth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Nonces in proofs of possession at the token endpoint (RFC 9449, section 8). */
@ConfigMapping(prefix = "anju.identity.dpop-nonce")
public interface NonceConfig {

    /** How far nonces go. */
    enum Mode {
        /** None is given, and what a proof holds is not looked at. */
        NONE,
        /** One is given to whoever shows a proof; a proof that holds one must hold a fresh one. */
        OFFERED,
        /** The same, and a proof without one is refused: clients that know no nonces get no tokens with a proof any more. */
        REQUIRED
    }

    @WithDefault("none")
    Mode mode();

    /** How long a nonce is good. */
    @WithDefault("5m")
    Duration lifetime();
}
