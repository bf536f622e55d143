package io.anju.kit.tx;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long we wait for the database, and it for us, before a caller is asked to come back. */
@ConfigMapping(prefix = "anju.database")
interface PoolConfig {

    /** Time to reach the server. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** Time that work waits for a free connection. */
    @WithDefault("10s")
    Duration patience();

    /** Work that waits for a connection at once; more is refused. */
    @WithDefault("1024")
    int waiting();

    /** Time that one statement takes at most; whoever has batches that take longer says so. */
    @WithDefault("1m")
    Duration statement();

    /** Time that a statement waits for what another transaction has locked. */
    @WithDefault("30s")
    Duration lock();

    /** Time that an open transaction may do nothing; after that the database takes its locks from it. */
    @WithDefault("5m")
    Duration idle();
}
