package io.anju.kit.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.testkit.environment.AnjuEnvironment;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A subscriber is told to forget only what it is never told again. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class DeliveredBeforeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    @Inject
    Pool pool;

    private final String subscriber = "subscriber-" + UUID.randomUUID();

    @Test
    void isADayAgoWhereNothingIsOutstanding() {
        event(daysAgo(40), "DELIVERED");

        assertEquals(daysAgo(1), before(subscriber));
    }

    @Test
    void isADayBeforeTheOldestThatIsParked() {
        event(daysAgo(50), "DELIVERED");
        event(daysAgo(40), "PARKED");
        event(NOW, "PENDING");

        assertEquals(daysAgo(41), before(subscriber));
    }

    @Test
    void isADayBeforeTheFirstThatIsStillToBeRead() {
        event(daysAgo(40), "DELIVERED");
        placeAtTheEnd();
        event(daysAgo(7), "DELIVERED");
        event(NOW, "DELIVERED");

        assertEquals(daysAgo(8), before(subscriber));
    }

    private void placeAtTheEnd() {
        pool.preparedQuery("""
                        insert into outbox_subscription (subscriber, position)
                        select $1, max(position) from outbox_event
                        """).execute(Tuple.of(subscriber)).await().indefinitely();
    }

    @AfterEach
    void closeItsPlace() {
        Places.close(pool, subscriber);
    }

    @Test
    void doesNotWaitForAnotherSubscriber() {
        event(daysAgo(40), "PARKED");

        assertEquals(daysAgo(1), before("another-" + subscriber));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(days, ChronoUnit.DAYS);
    }

    private Instant before(String subscriber) {
        return new DeliveredBefore(pool, InstantSource.fixed(NOW))
                .of(subscriber)
                .await()
                .indefinitely();
    }

    /** Never due, so that the dispatcher leaves it alone. */
    private void event(Instant occurred, String state) {
        pool.preparedQuery("""
                with told as (
                    insert into outbox_event (id, type, subject, occurred_at, data)
                    values (gen_random_uuid(), 'anju.door.opened.v1', $1, $2, '{}') returning position, subject)
                insert into outbox_delivery (position, subject, subscriber, state, next_attempt_at)
                select position, subject, $1, $3, 'infinity' from told
                """)
                .execute(Tuple.of(subscriber, occurred.atOffset(ZoneOffset.UTC), state))
                .await()
                .indefinitely();
    }
}
