package io.anju.repayment.rail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How orders are carried to the rail. Its address is {@code anju.rail.url}, the patience with one request
 * {@code anju.remotes.rail.timeout}, the pace of rounds {@code anju.rail-courier.round}.
 */
@ConfigMapping(prefix = "anju.rail-courier")
public interface RailConfig {

    /** Pause between two looks at what is open; a new order is carried at once. */
    @WithDefault("1s")
    String round();

    /** How long a worker keeps an order it sends; also the first wait before the rail is asked what became of it. */
    @WithDefault("30s")
    Duration lease();

    /** Orders that one worker attends to at a time; they go in batches of {@link Rail#BATCH_MOST}. */
    @WithDefault("4000")
    int batch();

    /** Times that an order is carried or asked after before a person has to look at it; the waits double up to an hour. */
    @WithDefault("16")
    int attempts();
}
