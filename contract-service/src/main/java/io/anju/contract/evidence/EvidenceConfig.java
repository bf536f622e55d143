package io.anju.contract.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The log's name and pace. */
@ConfigMapping(prefix = "anju.log")
public interface EvidenceConfig {
    /**
     * The log's name in every checkpoint: where it is read, without the scheme (C2SP tlog-tiles). Once the first head is signed it must not change.
     */
    @WithDefault("localhost:8080/api/v1/log")
    String origin();

    /** Leaves taken in at once; a thousand are hashed in about two milliseconds. */
    @WithDefault("1000")
    int batch();

    /** Level-0 tiles (256 leaves each) that one audit looks at; the next goes on behind them. */
    @WithDefault("400")
    int auditTiles();

    /** How often the log looks at itself. */
    @WithDefault("5m")
    Duration auditEvery();
}
