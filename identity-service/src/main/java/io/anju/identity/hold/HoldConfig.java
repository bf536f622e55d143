package io.anju.identity.hold;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what officers decide about held acts counts. */
@ConfigMapping(prefix = "anju.identity.hold")
public interface HoldConfig {

    /** For so long what an officer refused is not opened again, unless another one lifts it. */
    @WithDefault("30d")
    Duration refusalTime();
}
