package io.anju.kit.environment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** {@code anju.environment}: where this runs. */
@ConfigMapping(prefix = "anju.environment")
interface EnvironmentConfig {

    /** {@code development} takes what {@link ProductionGuard} refuses; silence means {@code production}. */
    @WithParentName
    @WithDefault("production")
    Environment name();

    /** Where a service can run. */
    enum Environment {
        PRODUCTION,
        DEVELOPMENT
    }
}
