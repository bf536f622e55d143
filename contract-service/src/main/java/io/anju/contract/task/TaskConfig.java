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

    /** Attempts before a task is parked for an operator; those that met an absent neighbour do not count. */
    @WithDefault("20")
    int attempts();

    /**
     * Longest pause while a neighbour is away. Until then a task pauses for as long as it has waited: the first attempt
     * is soon, and a neighbour that comes back after a night is not run down.
     */
    @WithDefault("15m")
    Duration absenceMax();

    /** Tasks of one lane (of one neighbour, that is) which one replica works at in the same moment. */
    @WithDefault("2")
    int atOnce();

    /** Tasks done one after another before the next look at the clock. */
    @WithDefault("50")
    int batch();
}
