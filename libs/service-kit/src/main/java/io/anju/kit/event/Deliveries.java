package io.anju.kit.event;

import io.anju.kit.tx.Plans;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** The table of deliveries that failed and of those that wait behind them. */
@ApplicationScoped
class Deliveries {

    private static final String FIRST = """
            select min(position) from outbox_delivery
            where state = 'PENDING' and next_attempt_at <= now() and position > $1
            """;

    // A claimed delivery is due again after the lease: a replica that dies under way is followed by another. The range
    // of positions bounds what is read, however many wait. What is locked is found again by where it lies: by its key,
    // the planner, who expects a row or two, would compare each with each.
    private static final String CLAIM = Plans.anew("""
            with due as materialized (
                select d.ctid as place from outbox_delivery d
                where d.position between $1 and $2 and d.state = 'PENDING' and d.next_attempt_at <= now()
                  and not exists (
                      select from outbox_delivery before
                      where before.subscriber = d.subscriber and before.subject = d.subject
                        and before.position < d.position and before.state <> 'DELIVERED')
                order by d.position for update skip locked),
            claimed as (
                update outbox_delivery d set attempts = attempts + 1, next_attempt_at = now() + $3 * interval '1 ms'
                where d.ctid = any (array(select place from due))
                returning d.position, d.subscriber, d.attempts)
            select c.position, c.subscriber, c.attempts, e.id, e.type, e.subject, e.occurred_at, e.data, e.sealed,
                   e.traceparent
            from claimed c join outbox_event e using (position)
            where e.position between $1 and $2 order by c.position
            """);

    private static final String DELIVERED = """
            delete from outbox_delivery where position = any ($1) and subscriber = $2
            """;

    private static final String FAILED = """
            update outbox_delivery
            set state = case when attempts >= $3 then 'PARKED' else 'PENDING' end,
                next_attempt_at = now() + $4 * interval '1 ms', last_error = left($5, 500)
            where position = any ($1) and subscriber = $2 and state = 'PENDING'
            """;

    private final Pool pool;

    Deliveries(Pool pool) {
        this.pool = pool;
    }

    /**
     * Events taken.
     *
     * @param last position up to which was looked; empty when nothing is due any more
     */
    record Claim(OptionalLong last, List<Delivery> deliveries) {}

    /**
     * Looks behind a position for the next events that are due, over a span of positions, and takes those of them that
     * no earlier event of their subject holds back, for {@code lease}.
     */
    Uni<Claim> claim(long after, int span, Duration lease) {
        return pool.preparedQuery(FIRST)
                .execute(Tuple.of(after))
                .map(rows -> rows.iterator().next().getLong(0))
                .flatMap(first -> first == null
                        ? Uni.createFrom().item(new Claim(OptionalLong.empty(), List.of()))
                        : claimBetween(first, first + span - 1, lease));
    }

    private Uni<Claim> claimBetween(long first, long last, Duration lease) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(first, last, lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Delivery.of(row, row.getInteger("attempts")))
                        .toList())
                .map(deliveries -> new Claim(OptionalLong.of(last), deliveries));
    }

    Uni<Void> delivered(Parcel parcel) {
        return pool.preparedQuery(DELIVERED)
                .execute(Tuple.of(parcel.positions(), parcel.subscriber()))
                .replaceWithVoid();
    }

    /** Tries again after {@code pause}, or parks what had its last attempt. */
    Uni<Void> failed(Parcel parcel, int attemptsMax, Duration pause, String error) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(parcel.positions(), parcel.subscriber(), attemptsMax, pause.toMillis(), error))
                .replaceWithVoid();
    }
}
