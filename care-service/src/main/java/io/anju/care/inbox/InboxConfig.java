package io.anju.care.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the live stream of messages. */
@ConfigMapping(prefix = "anju.inbox")
public interface InboxConfig {

    /** Streams one customer may hold open on one replica: a few devices. */
    @WithDefault("5")
    int streamsPerCustomer();

    /** Streams one replica serves. */
    @WithDefault("2000")
    int streamsTotal();

    /** A sign of life on a quiet stream, so that neither side nor a proxy between takes it for dead. */
    @WithDefault("15s")
    Duration heartbeat();

    /** A stream ends after this and is opened anew with a fresh token: no stream outlives an access token for long. */
    @WithDefault("10m")
    Duration streamLifetime();
}
