package io.anju.kit.dpop;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a proof of possession is good. */
@ConfigMapping(prefix = "anju.dpop")
public interface DpopConfig {

    /** Age at which a proof is too old; for as long it is remembered, so that none is taken twice. */
    @WithDefault("60s")
    Duration age();

    /** How far a client's clock may be ahead of ours. */
    @WithDefault("30s")
    Duration ahead();
}
