package io.anju.kit.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;

/** How patient we are with each one we call: {@code anju.remotes.NAME.timeout} and so on. */
@ConfigMapping(prefix = "anju.remotes")
public interface RemoteConfig {

    /** By name; those not mentioned get the defaults. */
    @WithParentName
    @WithDefaults
    Map<String, Patience> remotes();

    /** Limits of the calls to one dependency. */
    interface Patience {

        /** Waiting time of one attempt. */
        @WithDefault("3s")
        Duration timeout();

        /** Further attempts of a call that may be repeated. */
        @WithDefault("2")
        int retries();

        /** Calls under way at once; more are refused at once. */
        @WithDefault("64")
        int concurrency();

        /** How long the breaker stays open after half of the last twenty calls failed. */
        @WithDefault("5s")
        Duration breakerPause();
    }
}
