package io.anju.identity.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Lifetimes of keys and tokens. */
@ConfigMapping(prefix = "anju.identity.token")
public interface TokenConfig {

    /** Age at which a signing key gets its successor. */
    @WithDefault("30d")
    Duration signingKeyPeriod();

    /** How often a replica reads the signing keys again; several times within the lead of a new one, two minutes. */
    @WithDefault("30s")
    Duration keysRound();

    /** What new signing keys sign with: {@code ES256}, or {@code EDDSA} (Ed25519). */
    @WithDefault("ES256")
    Signer.Algorithm signingAlgorithm();

    /** Life of an access token, at most {@link TokenTimes#ACCESS_MAX}: the service does not start with more. */
    @WithDefault("10m")
    Duration accessTokenTime();
}
