package io.anju.identity.risk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the signals of the risk rules are measured by. */
@ConfigMapping(prefix = "anju.identity.risk")
public interface RiskConfig {

    /** Hour of the day, in Shanghai, at which working hours begin. */
    @WithDefault("6")
    int workBegins();

    /** Hour at which they end. 24 after a beginning at 0: none is off, for demonstrations at any time of the day. */
    @WithDefault("22")
    int workEnds();
}
