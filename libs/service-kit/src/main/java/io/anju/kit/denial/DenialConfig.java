package io.anju.kit.denial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much is written down of refused access; all of it is counted. */
@ConfigMapping(prefix = "anju.denials")
interface DenialConfig {

    /** Rows a minute for one subject at one endpoint with one code. */
    @WithDefault("5")
    int perMinuteAlike();

    /** Rows a minute of this replica. */
    @WithDefault("600")
    int perMinute();
}
