package io.anju.kit.event;

import io.anju.kit.failure.SurvivedFailures;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** What an operator watches: events that nobody takes, and how far the slowest subscriber is behind. */
@ApplicationScoped
class EventFigures {

    private static final String COUNT = """
            select (select count(*) from outbox_delivery where state = 'PARKED'),
                   coalesce((select max(position) from outbox_event) - (select min(position) from outbox_subscription), 0)
            """;

    private final Pool pool;
    private final SurvivedFailures failures;
    private final SurvivedFailures.Figure parked;
    private final SurvivedFailures.Figure unread;

    EventFigures(Pool pool, SurvivedFailures failures) {
        this.pool = pool;
        this.failures = failures;
        this.parked = failures.figure("anju.events.parked");
        this.unread = failures.figure("anju.events.unread");
    }

    @Scheduled(every = "15s")
    Uni<Void> count() {
        var counted = pool.query(COUNT)
                .execute()
                .map(rows -> rows.iterator().next())
                .invoke(row -> {
                    parked.set(row.getLong(0));
                    unread.set(Math.max(0, row.getLong(1)));
                });
        return failures.read("counting parked and unread events", counted, () -> {
            parked.unknown();
            unread.unknown();
        });
    }
}
