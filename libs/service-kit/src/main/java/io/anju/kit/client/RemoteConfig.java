package io.anju.kit.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;

/**
 * How patient we are with each one we call: {@code anju.remotes.NAME.timeout} and so on, NAME being {@code identity},
 * {@code rail}, {@code bureau} and the like. Each service sets in its {@code application.properties} what differs from
 * these, with the reason, and what happens while the other side is away.
 */
@ConfigMapping(prefix = "anju.remotes")
public interface RemoteConfig {

    /** By name; those not mentioned get the defaults. */
    @WithParentName
    @WithDefaults
    Map<String, Patience> remotes();

    /** Limits of the calls to one dependency. */
    interface Patience {

        /** Waiting time of one attempt, getting a token included. */
        @WithDefault("3s")
        Duration timeout();

        /** Further attempts of a call that may be repeated. */
        @WithDefault("2")
        int retries();

        /** Pause before the first further attempt, give or take half of it; doubled each time. */
        @WithDefault("100ms")
        Duration retryDelay();

        /** Calls under way at once; as many wait, more are refused at once. */
        @WithDefault("64")
        int concurrency();

        /** Calls that the breaker looks back on. */
        @WithDefault("20")
        int breakerCalls();

        /** The part of them that must fail for the breaker to open, 0 to 1. */
        @WithDefault("0.5")
        double breakerRatio();

        /** How long the breaker then stays open. */
        @WithDefault("5s")
        Duration breakerPause();
    }
}
