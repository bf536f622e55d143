package io.anju.contract.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The customs of signing. */
@ConfigMapping(prefix = "anju.signing")
public interface SigningConfig {
    /** Days in which a drafted contract can be signed, the day of drafting not counted. */
    @WithDefault("30")
    int daysToSign();

    /** By how much the clock of a signer's device may differ from ours. */
    @WithDefault("2m")
    Duration clockSkew();

    /** Drafted contracts ended at once by the sweep of those not signed in time. */
    @WithDefault("100")
    int expiryBatch();
}
