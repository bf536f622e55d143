package io.anju.contract.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The customs of signing. */
@ConfigMapping(prefix = "anju.signing")
public interface SigningConfig {
    /** Days in which a drafted contract can be signed, the day of drafting not counted. */
    @WithDefault("30")
    int daysToSign();

    /** Drafted contracts ended at once by the sweep of those not signed in time. */
    @WithDefault("100")
    int expiryBatch();
}
