package io.anju.repayment.duerun;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a due run is cut and worked on. */
@ConfigMapping(prefix = "anju.due-run")
public interface DueRunConfig {

    /** Whether each business date's run starts by itself; otherwise staff starts it. */
    @WithDefault("false")
    boolean automatic();

    /** Loans per chunk: one transaction. */
    @WithDefault("200")
    int chunkSize();

    /** How long a worker keeps a chunk; several times what a chunk takes. */
    @WithDefault("20s")
    Duration lease();

    /** When a chunk is looked at again in which loans were deferred. */
    @WithDefault("1s")
    Duration retry();

    /** Pause between two looks for open chunks. */
    @WithDefault("1s")
    String round();
}
