package io.anju.loan.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the officers' desk: {@code anju.review.*}. */
@ConfigMapping(prefix = "anju.review")
public interface ReviewConfig {

    /** How long a claimed case stays with its officer. */
    @WithDefault("30m")
    Duration claim();

    /** Days after its approval in which another contract can be drawn up on the approved price. */
    @WithDefault("90")
    int approvalDays();
}
