package io.anju.kit.housekeeping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long is kept what service-kit keeps, where no law says it. */
@ConfigMapping(prefix = "anju.retention")
public interface RetentionConfig {

    /**
     * Age at which an event goes, counted from its last delivery in the outbox and from its arrival in the inbox. One that a
     * subscriber has not had stays, however old.
     */
    @WithDefault("30d")
    Duration events();

    /** Rows removed in one transaction. */
    @WithDefault("1000")
    int batch();

    /** Transactions of one kind in a row; the rest waits a minute. */
    @WithDefault("20")
    int batches();
}
