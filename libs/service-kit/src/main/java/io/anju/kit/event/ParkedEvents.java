package io.anju.kit.event;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Events that could not be delivered in all their attempts: they wait, and hold their subject's later events back. */
@ApplicationScoped
public class ParkedEvents {

    /**
     * @param error the last attempt's failure
     */
    public record ParkedEvent(
            UUID id,
            String type,
            String subject,
            String subscriber,
            int attempts,
            Instant time,
            @Nullable String error) {}

    private static final String LIST = """
            select e.id, e.type, e.subject, d.subscriber, d.attempts, e.occurred_at, d.last_error
            from outbox_delivery d join outbox_event e using (position)
            where d.state = 'PARKED' and ($1::uuid is null or e.id > $1) order by e.id limit $2
            """;

    private static final String REDRIVE = """
            update outbox_delivery d set state = 'PENDING', attempts = 0, next_attempt_at = now()
            from outbox_event e where e.position = d.position and e.id = $1 and d.state = 'PARKED'
            """;

    private final Pool pool;
    private final Dispatcher dispatcher;

    ParkedEvents(Pool pool, Dispatcher dispatcher) {
        this.pool = pool;
        this.dispatcher = dispatcher;
    }

    public Uni<List<ParkedEvent>> list(@Nullable UUID after, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new ParkedEvent(
                                row.getUUID(0),
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getInteger(4),
                                row.getOffsetDateTime(5).toInstant(),
                                row.getString(6)))
                        .toList());
    }

    /** Delivers a parked event again, from the first attempt; false when there is none with that id. */
    public Uni<Boolean> redrive(Tx tx, UUID id) {
        return tx.update(REDRIVE, id).map(redriven -> redriven > 0);
    }

    /** Has what was redriven delivered now, and not when the dispatcher looks next. */
    public void wake() {
        dispatcher.wake();
    }
}
