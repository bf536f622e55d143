package io.anju.kit.time;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the business date comes from. */
@ConfigMapping(prefix = "anju.clock")
interface ClockConfig {

    /** Answers the business date of the development stack; refused in production, where the date is today's. */
    Optional<String> url();
}
