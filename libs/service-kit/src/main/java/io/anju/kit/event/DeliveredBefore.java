package io.anju.kit.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What lets a subscriber forget: the instant before which it has had every event of ours, so that none of them comes
 * again. It goes with each delivery and never moves back, since what is parked counts as not had.
 */
@ApplicationScoped
class DeliveredBefore {

    /** Of the request that delivers; an ISO 8601 instant. */
    static final String HEADER = "Anju-Delivered-Before";

    /** Longer than any transaction that writes events, and than clocks differ. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private static final Duration ASKED_EVERY = Duration.ofMinutes(10);

    // The first that failed or waits behind one, and the first that is still to be read.
    private static final String OLDEST = """
            select least(
                (select occurred_at from outbox_event where position = (
                    select min(position) from outbox_delivery where subscriber = $1 and state <> 'DELIVERED')),
                (select occurred_at from outbox_event where position > (
                    select position from outbox_subscription where subscriber = $1) order by position limit 1))
            """;

    private record Answer(Instant asked, Instant before) {}

    private final Pool pool;
    private final InstantSource clock;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    DeliveredBefore(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Instant> of(String subscriber) {
        Instant now = clock.instant();
        @Nullable Answer known = answers.get(subscriber);
        if (known != null && known.asked().plus(ASKED_EVERY).isAfter(now)) {
            return Uni.createFrom().item(known.before());
        }
        return pool.preparedQuery(OLDEST)
                .execute(Tuple.of(subscriber))
                .map(rows -> rows.iterator().next().getOffsetDateTime(0))
                .map(oldest -> oldest == null ? now : oldest.toInstant())
                .map(oldest -> oldest.minus(MARGIN))
                .invoke(before -> answers.put(subscriber, new Answer(now, before)));
    }
}
