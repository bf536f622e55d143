package io.anju.contract.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much checking for anyone this service takes upon itself. */
@ConfigMapping(prefix = "anju.checks")
public interface CheckConfig {
    /** Files on their way in at once, and as many that wait to be looked into; whoever comes then is asked to come again. Each is held whole, two megabytes at most. */
    @WithDefault("16")
    int atOnce();

    /** Files looked into at the same moment; the others wait for their turn. */
    @WithDefault("2")
    int threads();
}
