package io.anju.kit.housekeeping;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.event.Places;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events go when they are old and everybody has had them, and are known for as long as they may come again. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class EventRetentionTest {

    @Inject
    Housekeeping housekeeping;

    @Inject
    Pool pool;

    Neighbours neighbours;

    private static final String SLOW = "slow-service";

    private final String subject = "door-" + UUID.randomUUID();

    /** One of those of the settings, for each test its own: what a service has said that we have had, it does not take back. */
    private String source = "";

    @Test
    void removesAnEventOfLastMonthThatAllHaveHad() {
        event("old", 31);
        event("young", 29);

        tidy(housekeeping);

        assertEquals(List.of("young"), events());
    }

    @Test
    void removesWhatTheVersionBeforeMarkedAsDelivered() {
        event("old", 31, "DELIVERED");
        event("young", 29, "DELIVERED");

        tidy(housekeeping);

        assertEquals(List.of("young"), events());
        assertEquals(1, deliveries());
    }

    @Test
    void keepsAnEventThatOneSubscriberHasNotHad() {
        event("parked", 400, "PARKED");
        event("outstanding", 400, "PENDING");

        tidy(housekeeping);

        assertEquals(List.of("outstanding", "parked"), events());
        assertEquals(2, deliveries());
    }

    @Test
    void keepsAnEventThatOneSubscriberHasStillToRead() {
        event("old", 31);
        pool.preparedQuery("""
                        insert into outbox_subscription (subscriber, position, held_until)
                        select $2, min(position) - 1, 'infinity' from outbox_event where subject = $1
                        """).execute(Tuple.of(subject, SLOW)).await().indefinitely();

        tidy(housekeeping);
        assertEquals(List.of("old"), events());

        closeTheSlowOne();
        tidy(housekeeping);
        assertEquals(List.of(), events());
    }

    @AfterEach
    void closeTheSlowOne() {
        Places.close(pool, SLOW);
    }

    @Test
    void goesOnBatchByBatchAndStopsAtItsBound() {
        for (int number = 0; number < 12; number++) {
            event("old", 3_000);
        }

        tidy(new Housekeeping(pool, retention(3, 2), List.of()));
        assertEquals(6, events().size());

        tidy(new Housekeeping(pool, retention(3, 20), List.of()));
        assertEquals(0, events().size());
    }

    @Test
    void leavesWhatAnotherReplicaIsRemoving() {
        event("old", 31);
        var other = pool.getConnection().await().indefinitely();
        var transaction = other.begin().await().indefinitely();
        other.query("select pg_advisory_xact_lock(hashtextextended('housekeeping told events', 2))")
                .execute()
                .await()
                .indefinitely();

        tidy(housekeeping);
        assertEquals(List.of("old"), events());

        transaction.rollback().await().indefinitely();
        other.close().await().indefinitely();
        tidy(housekeeping);
        assertEquals(List.of(), events());
    }

    @Test
    void knowsAnEventAgainThatIsToldTwiceWithinTheWindow() {
        source = "source-0";
        var id = UUID.randomUUID();
        tell(id, Instant.now());
        age(id, 29);

        tidy(housekeeping);
        tell(id, Instant.now());

        assertEquals(3, openings());
    }

    @Test
    void knowsAnEventAgainThatItsSourceHadParkedForMonths() {
        source = "source-1";
        var id = UUID.randomUUID();
        Instant parked = Instant.now().minus(Duration.ofDays(101));
        tell(id, parked);
        age(id, 100);

        tidy(housekeeping);
        tell(id, parked);

        assertEquals(3, openings());
    }

    @Test
    void forgetsAnOldEventThatItsSourceDoesNotTellAgain() {
        source = "source-2";
        var id = UUID.randomUUID();
        tell(id, Instant.now());
        age(id, 31);

        tell(UUID.randomUUID(), Instant.now().minus(Duration.ofDays(1)));
        tidy(housekeeping);

        assertEquals(0, heard(id));
    }

    @Test
    void forgetsNothingOfASourceThatDoesNotSayWhatItHasDelivered() {
        var id = UUID.randomUUID();
        pool.preparedQuery("""
                insert into inbox_event (id, type, source, received_at)
                values ($1, 'anju.elsewhere.opened.v1', 'silent-service', now() - interval '400 days')
                """).execute(Tuple.of(id)).await().indefinitely();

        tidy(housekeeping);

        assertEquals(1, heard(id));
    }

    private static void tidy(Housekeeping housekeeping) {
        housekeeping.tidy().await().indefinitely();
    }

    private static RetentionConfig retention(int batch, int batches) {
        return new RetentionConfig() {
            @Override
            public Duration events() {
                return Duration.ofDays(2_000);
            }

            @Override
            public int batch() {
                return batch;
            }

            @Override
            public int batches() {
                return batches;
            }
        };
    }

    /** One that all have had: nobody is named. */
    private void event(String name, int daysAgo) {
        pool.preparedQuery("""
                insert into outbox_event (id, type, subject, occurred_at, data)
                values (gen_random_uuid(), $2, $1, now() - $3 * interval '1 day', '{}')
                """)
                .execute(Tuple.of(subject, name, daysAgo))
                .await()
                .indefinitely();
        Awaitility.await().until(() -> count("""
                        select count(*) from outbox_event e where e.subject = $1
                        and e.position > (select min(position) from outbox_subscription)
                        """, subject) == 0);
    }

    /** One that all but one have had, whose delivery is in this state; never due. */
    private void event(String name, int daysAgo, String state) {
        event(name, daysAgo);
        pool.preparedQuery("""
                insert into outbox_delivery (position, subject, subscriber, state, next_attempt_at)
                select position, subject, 'loan-service', $3, 'infinity' from outbox_event where subject = $1 and type = $2
                """).execute(Tuple.of(subject, name, state)).await().indefinitely();
    }

    private List<String> events() {
        var left = pool.preparedQuery("select type from outbox_event where subject = $1 order by type")
                .execute(Tuple.of(subject))
                .await()
                .indefinitely();
        return StreamSupport.stream(left.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }

    private long deliveries() {
        return count("select count(*) from outbox_delivery where subject = $1", subject);
    }

    private long heard(UUID id) {
        return count("select count(*) from inbox_event where id = $1", id);
    }

    private long openings() {
        return count("select coalesce(sum(times), 0) from opening where door = $1", subject);
    }

    private long count(String sql, Object argument) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(argument))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private void age(UUID id, int days) {
        pool.preparedQuery("update inbox_event set received_at = now() - $2 * interval '1 day' where id = $1")
                .execute(Tuple.of(id, days))
                .await()
                .indefinitely();
    }

    /** As a service which says that we have had everything from before this. */
    private void tell(UUID id, Instant deliveredBefore) {
        given().auth()
                .oauth2(neighbours.tokens().service(source, "door-service"))
                .contentType("application/cloudevents+json")
                .header("Anju-Delivered-Before", deliveredBefore.toString())
                .body("""
                        {"specversion":"1.0","id":"%s","source":"/%s","type":"anju.elsewhere.opened.v1","subject":"s",
                         "time":"2026-11-22T02:00:00Z","data":{"door":"%s","times":3}}
                        """.formatted(id, source, subject))
                .post("/internal/events")
                .then()
                .statusCode(204);
    }
}
