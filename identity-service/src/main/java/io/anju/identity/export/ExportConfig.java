package io.anju.identity.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Copies of customers' data. */
@ConfigMapping(prefix = "anju.identity.export")
interface ExportConfig {

    /** How long a copy can be fetched. */
    @WithDefault("1h")
    Duration lifetime();

    /** After how long another replica goes on with a copy that was left lying. */
    @WithDefault("1m")
    Duration lease();
}
