package io.anju.kit.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many write at once, some of it is undone, and several replicas read: what was kept is told, each subject in order. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ManyWritersTest {

    private static final String OPENED = "anju.door.opened.v1";
    private static final int SUBJECTS = 12;
    private static final int EACH = 25;

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    @Inject
    Subscriptions subscriptions;

    @Inject
    Carrier carrier;

    @Inject
    OutboxConfig config;

    @Inject
    Pool pool;

    Neighbours neighbours;

    private final String subscriber = "subscriber-" + UUID.randomUUID();
    private final String house = "house-" + UUID.randomUUID();
    private final ConcurrentSkipListSet<Integer> undone = new ConcurrentSkipListSet<>();

    @AfterEach
    void closeItsPlace() {
        Places.close(pool, subscriber);
    }

    @Test
    void nothingIsPassedOverAndEachSubjectIsToldInOrder() {
        var others = IntStream.range(0, 2)
                .mapToObj(n -> new LogReader(subscriptions, carrier, config, InstantSource.system()))
                .toList();
        var writing = Multi.createFrom()
                .range(0, SUBJECTS)
                .onItem()
                .transformToUni(this::writeAllOf)
                .merge(SUBJECTS)
                .collect()
                .asList()
                .subscribeAsCompletionStage();
        while (!writing.isDone()) {
            others.forEach(reader -> reader.tell("contract-service").await().indefinitely());
        }
        writing.join();

        for (int subject = 0; subject < SUBJECTS; subject++) {
            List<Integer> kept = kept(subject);
            String door = door(subject);
            Awaitility.await().until(() -> told(door).containsAll(kept));
            assertEquals(kept, told(door));
        }
    }

    @Test
    void aNewSubscriberBeginsBeforeTheFirstThatNamesIt() {
        write(SUBJECTS, 0, false).await().indefinitely();
        pool.preparedQuery("""
                        insert into outbox_event (id, type, subject, occurred_at, data, subscribers)
                        values (gen_random_uuid(), $1, $2, now(), '{}', 'some-service,' || $2)
                        """).execute(Tuple.of(OPENED, subscriber)).await().indefinitely();

        subscriptions.open(List.of(subscriber)).await().indefinitely();

        var place = subscriptions
                .hold(subscriber, UUID.randomUUID(), Duration.ofMinutes(1), 10)
                .await()
                .indefinitely()
                .orElseThrow();
        var stretch = subscriptions.read(subscriber, place, 10).await().indefinitely();
        assertEquals(
                List.of(subscriber),
                stretch.ready().stream().map(Delivery::subject).toList());
    }

    @Test
    void whoStopsGivesBackWhatItHolds() {
        var holder = UUID.randomUUID();
        subscriptions.open(List.of(subscriber)).await().indefinitely();
        write(SUBJECTS, 0, false).await().indefinitely();
        assertTrue(held(subscriber, holder));
        assertFalse(held(subscriber, UUID.randomUUID()));

        subscriptions.release(holder).await().indefinitely();

        assertTrue(held(subscriber, UUID.randomUUID()));
    }

    private boolean held(String subscriber, UUID holder) {
        return subscriptions
                .hold(subscriber, holder, Duration.ofMinutes(1), 10)
                .await()
                .indefinitely()
                .isPresent();
    }

    /** One after the other, as the lock of the subject has it; one in three is undone when it has drawn its number. */
    private Uni<Void> writeAllOf(int subject) {
        var random = new Random(subject);
        return Multi.createFrom()
                .range(0, EACH)
                .onItem()
                .transformToUniAndConcatenate(number -> write(subject, number, random.nextInt(3) == 0))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> write(int subject, int number, boolean undo) {
        var fact = new DomainEvent(OPENED, door(subject), Map.of("door", door(subject), "times", number));
        return transactions
                .run(tx -> outbox.append(tx, fact)
                        .chain(() -> tx.select("select 1 from pg_sleep($1)", number % 3 * 0.004))
                        .invoke(slept -> {
                            if (undo) {
                                throw new IllegalStateException("undone");
                            }
                        }))
                .replaceWith(true)
                .onFailure(IllegalStateException.class)
                .recoverWithItem(() -> !undone.add(subject * EACH + number));
    }

    private String door(int subject) {
        return house + "-" + subject;
    }

    private List<Integer> kept(int subject) {
        return IntStream.range(0, EACH)
                .filter(number -> !undone.contains(subject * EACH + number))
                .boxed()
                .toList();
    }

    /** In the order in which each was first heard of. */
    private List<Integer> told(String door) {
        return neighbours.told(OPENED).stream()
                .filter(event -> event.path("subject").asText().equals(door))
                .map(event -> event.path("data").path("times").asInt())
                .distinct()
                .toList();
    }
}
