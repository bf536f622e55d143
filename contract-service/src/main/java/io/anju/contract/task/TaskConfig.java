package io.anju.contract.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently work is done. */
@ConfigMapping(prefix = "anju.task")
public interface TaskConfig {
    /** How long a claimed task stays with one replica before another may take it. */
    @WithDefault("60s")
    Duration lease();

    /** First pause after a failure, doubled each time. */
    @WithDefault("500ms")
    Duration backoff();

    /** Longest pause after a failure. */
    @WithDefault("5m")
    Duration backoffMax();

    /** Attempts before a task is parked for an operator. */
    @WithDefault("20")
    int attempts();

    /** Tasks done one after another before the next look at the clock. */
    @WithDefault("50")
    int batch();
}
