package io.anju.kit.event;

import io.anju.kit.event.Errands.Untold;
import io.anju.kit.tx.Plans;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The place that each subscriber has in the log of events, and who reads on from it. */
@ApplicationScoped
class Subscriptions {

    // A new one hears what names it, and that is told from now on: nobody named it before.
    private static final String OPEN = """
            insert into outbox_subscription (subscriber, position)
            select s.subscriber, coalesce(
                (select min(e.position) - 1 from outbox_event e
                 where s.subscriber = any (string_to_array(e.subscribers, ','))),
                (select max(position) from outbox_event),
                0)
            from unnest($1::text[]) as s (subscriber)
            where not exists (select from outbox_subscription o where o.subscriber = s.subscriber)
            on conflict do nothing
            """;

    private static final String ALL = "select subscriber from outbox_subscription order by subscriber";

    private static final String HOLD = Plans.anew("""
            update outbox_subscription s set holder = $2, held_until = now() + $3 * interval '1 ms'
            where s.subscriber = $1 and s.held_until < now()
              and s.position < (select max(position) from outbox_event)
              and (select count(*) from (
                      select from outbox_delivery d
                      where d.subscriber = s.subscriber and d.state = 'PENDING' and d.attempts > 0
                      limit $4) failing) < $4
            returning s.position, s.watched, s.watched_by
            """);

    private static final String KEEP = """
            update outbox_subscription set held_until = now() + $3 * interval '1 ms'
            where subscriber = $1 and holder = $2 and held_until > now()
            """;

    private static final String RELEASE = """
            update outbox_subscription set held_until = '-infinity' where holder = $1 and held_until > now()
            """;

    // All that is asked is seen in one snapshot: if every transaction before watched_by is over in it, so are their
    // rows
    // there. One that does not exist yet was counted by another server, from whose copy this one was restored.
    private static final String READ = Plans.anew("""
            select e.position, e.id, e.type, e.subject, e.occurred_at, e.sealed, e.traceparent, $1::text as subscriber,
                   case when $1 = any (string_to_array(e.subscribers, ',')) then e.data end as data,
                   exists (
                       select from outbox_delivery d
                       where d.subscriber = $1 and d.subject = e.subject and d.state <> 'DELIVERED') as behind,
                   cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) >= $4
                       or cast(cast(pg_snapshot_xmax(pg_current_snapshot()) as text) as bigint) <= $4 as over
            from outbox_event e where e.position > $2 order by e.position limit $3
            """);

    // Nothing is written for who no longer holds the place.
    private static final String MOVE = """
            with moved as (
                update outbox_subscription
                set position = $3, held_until = '-infinity',
                    watched = coalesce($4::bigint, watched),
                    watched_by = case when $4::bigint is null then watched_by
                                      else cast(cast(pg_current_xact_id() as text) as bigint) end
                where subscriber = $1 and holder = $2
                returning subscriber)
            insert into outbox_delivery (position, subscriber, subject, attempts, next_attempt_at, last_error)
            select u.position, m.subscriber, u.subject, u.attempts,
                   now() + least(u.attempts, 1) * $5::bigint * interval '1 ms', left(u.error, 500)
            from moved m
            cross join unnest($6::bigint[], $7::text[], $8::int[], $9::text[]) as u (position, subject, attempts, error)
            on conflict do nothing
            """;

    private final Pool pool;

    Subscriptions(Pool pool) {
        this.pool = pool;
    }

    /**
     * A place in the log that is held.
     *
     * @param watched up to which number what is missing is watched; 0 when nothing is
     * @param watchedBy the transaction before which the watched ones were drawn
     */
    record Place(long position, long watched, long watchedBy) {}

    /** Opens those that are not open yet, at the log's end, and names all there are. */
    Uni<List<String>> open(Collection<String> subscribers) {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(subscribers.toArray(String[]::new)))
                .flatMap(opened -> pool.query(ALL).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    /**
     * Takes a subscriber's place for a while, unless somebody has it, nothing follows it, or so many deliveries of the
     * subscriber fail already that more of them would help nobody.
     */
    Uni<Optional<Place>> hold(String subscriber, UUID holder, Duration lease, int failingMost) {
        return pool.preparedQuery(HOLD)
                .execute(Tuple.of(subscriber, holder, lease.toMillis(), failingMost))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Place(row.getLong(0), row.getLong(1), row.getLong(2)))
                        .findFirst());
    }

    /** Holds it for longer; false when it was lost. */
    Uni<Boolean> keep(String subscriber, UUID holder, Duration lease) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(subscriber, holder, lease.toMillis()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Gives back all that somebody holds. */
    Uni<Void> release(UUID holder) {
        return pool.preparedQuery(RELEASE).execute(Tuple.of(holder)).replaceWithVoid();
    }

    /** What follows the place in the log, as far as it is certain that nothing will come in between. */
    Uni<Stretch> read(String subscriber, Place place, int most) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(subscriber, place.position(), most, place.watchedBy()))
                .map(rows -> {
                    var entries = StreamSupport.stream(rows.spliterator(), false)
                            .map(Subscriptions::entry)
                            .toList();
                    boolean over = rows.size() > 0 && rows.iterator().next().getBoolean("over");
                    return Stretch.of(place, over, entries);
                });
    }

    /**
     * Moves the place on and gives it back. What was not told is kept as deliveries; nothing changes when the place was
     * lost meanwhile.
     */
    Uni<Void> move(String subscriber, UUID holder, Stretch stretch, List<Untold> untold, Duration backoff) {
        Tuple values = Tuple.of(subscriber, holder, stretch.upTo(), stretch.watch(), backoff.toMillis());
        values.addArrayOfLong(column(untold, one -> one.delivery().position()).toArray(Long[]::new));
        values.addArrayOfString(column(untold, one -> one.delivery().subject()).toArray(String[]::new));
        values.addArrayOfInteger(column(untold, one -> one.delivery().attempt()).toArray(Integer[]::new));
        values.addArrayOfString(column(untold, Untold::error).toArray(String[]::new));
        return pool.preparedQuery(MOVE).execute(values).replaceWithVoid();
    }

    private static <T extends @Nullable Object> Stream<T> column(List<Untold> untold, Function<Untold, T> column) {
        return untold.stream().map(column);
    }

    private static Stretch.Entry entry(Row row) {
        long position = row.getLong("position");
        if (row.getString("data") == null) {
            return new Stretch.Entry(position, Optional.empty(), false);
        }
        return new Stretch.Entry(position, Optional.of(Delivery.of(row, 1)), row.getBoolean("behind"));
    }
}
