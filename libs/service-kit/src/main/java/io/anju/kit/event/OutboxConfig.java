package io.anju.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who hears which event, and how patiently it is told. */
@ConfigMapping(prefix = "anju.outbox")
public interface OutboxConfig {

    /** Subscribers by event type: {@code anju.outbox.routes."anju.loan.approved.v1"=contract-service}. */
    Map<String, List<String>> routes();

    /** Hears every event besides: the evidence log. */
    @WithDefault("contract-service")
    List<String> everything();

    /** Deliveries under way at once. */
    @WithDefault("16")
    int concurrency();

    /** Events in one delivery at most; one that failed before goes alone. */
    @WithDefault("100")
    int batch();

    /** Waiting time of one delivery. */
    @WithDefault("5s")
    Duration timeout();

    /** First pause after a failed delivery; doubled each time up to {@link #backoffMax}. */
    @WithDefault("1s")
    Duration backoff();

    @WithDefault("5m")
    Duration backoffMax();

    /** Attempts before an event is parked for an operator to look at. */
    @WithDefault("20")
    int attempts();
}
