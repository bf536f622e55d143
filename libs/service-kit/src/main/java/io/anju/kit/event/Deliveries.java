package io.anju.kit.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** The table of events on their way. */
@ApplicationScoped
class Deliveries {

    // A claimed delivery is due again after the lease: a replica that dies under way is followed by another.
    private static final String CLAIM = """
            with due as (
                select d.position, d.subscriber from outbox_delivery d
                where d.state = 'PENDING' and d.next_attempt_at <= now()
                  and not exists (
                      select from outbox_delivery before
                      where before.subscriber = d.subscriber and before.subject = d.subject
                        and before.position < d.position and before.state <> 'DELIVERED')
                order by d.position limit $1 for update skip locked),
            claimed as (
                update outbox_delivery d set attempts = attempts + 1, next_attempt_at = now() + $2 * interval '1 ms'
                from due where d.position = due.position and d.subscriber = due.subscriber
                returning d.position, d.subscriber, d.attempts)
            select c.position, c.subscriber, c.attempts, e.id, e.type, e.subject, e.occurred_at, e.data, e.traceparent
            from claimed c join outbox_event e using (position) order by c.position
            """;

    private static final String DELIVERED = """
            update outbox_delivery set state = 'DELIVERED', delivered_at = now(), last_error = null
            where position = $1 and subscriber = $2
            """;

    private static final String FAILED = """
            update outbox_delivery
            set state = case when attempts >= $3 then 'PARKED' else 'PENDING' end,
                next_attempt_at = now() + $4 * interval '1 ms', last_error = left($5, 500)
            where position = $1 and subscriber = $2 and state = 'PENDING'
            """;

    private final Pool pool;

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    /** Takes the next events, at most one of each subject and subscriber, for {@code lease}. */
    Uni<List<Delivery>> claim(int limit, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(limit, lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Deliveries::read)
                        .toList());
    }

    Uni<Void> delivered(Delivery delivery) {
        return pool.preparedQuery(DELIVERED)
                .execute(Tuple.of(delivery.position(), delivery.subscriber()))
                .replaceWithVoid();
    }

    /** Tries again after {@code pause}, or parks it when that was the last attempt. */
    Uni<Void> failed(Delivery delivery, int attemptsMax, Duration pause, String error) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(delivery.position(), delivery.subscriber(), attemptsMax, pause.toMillis(), error))
                .replaceWithVoid();
    }

    private static Delivery read(Row row) {
        return new Delivery(
                row.getLong("position"),
                row.getString("subscriber"),
                row.getInteger("attempts"),
                row.getUUID("id"),
                row.getString("type"),
                row.getString("subject"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getString("data"),
                row.getString("traceparent"));
    }
}
