package io.anju.kit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.tx.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Facts are told: at least once, in order per subject, and parked when nobody takes them. */
@QuarkusTest
class EventsTest extends KitTestBase {

    @Inject
    Transactions transactions;

    @Inject
    Outbox outbox;

    private static final String OPENED = "anju.door.opened.v1";

    @AfterEach
    void neighboursAnswerAgain() {
        neighbours.inboxAnswers(204);
        neighbours.inboxRefuses("");
    }

    private void open(int times) {
        as(customer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\":\"front\",\"times\":%d}".formatted(times))
                .post("/api/v1/doors/" + door + "/openings")
                .then()
                .statusCode(201);
    }

    @Test
    void tellsEverySubscriberAndTheEvidenceLog() {
        open(2);

        assertEquals(2, neighbours.awaitEvent(OPENED, door).path("times").asInt());
        Awaitility.await().until(() -> toldOfThisDoor().length == 2);
    }

    @Test
    void tellsNothingOfWhatWasUndone() {
        as(customer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(BODY)
                .post("/api/v1/doors/locked/openings")
                .then()
                .statusCode(409);
        open(1);

        neighbours.awaitEvent(OPENED, door);
        assertEquals(
                0,
                neighbours.told(OPENED).stream()
                        .filter(e -> e.path("subject").asText().equals("locked"))
                        .count());
    }

    @Test
    void tellsTheEventsOfOneSubjectInOrder() {
        IntStream.rangeClosed(1, 10).forEach(this::open);

        Awaitility.await().until(() -> toldOfThisDoor().length == 20);
        var firsts = IntStream.of(toldOfThisDoor()).distinct().toArray();
        org.junit.jupiter.api.Assertions.assertArrayEquals(
                IntStream.rangeClosed(1, 10).toArray(), firsts);
    }

    @Test
    void parksWhatNobodyTakesAndTellsItWhenRedriven() {
        neighbours.inboxAnswers(500);
        open(5);
        var admin = neighbours.tokens().staff(UUID.randomUUID(), "admin");
        var parked = "/api/v1/staff/services/door-service/parked-events";

        Awaitility.await()
                .untilAsserted(() -> given().auth()
                        .oauth2(admin)
                        .queryParam("limit", 100)
                        .get(parked)
                        .then()
                        .statusCode(200)
                        .body("items.subject", hasItem(door)));
        String id = given().auth()
                .oauth2(admin)
                .queryParam("limit", 100)
                .get(parked)
                .path("items.find { it.subject == '" + door + "' }.id");
        neighbours.inboxAnswers(204);
        for (int times = 0; times < 2; times++) {
            given().auth()
                    .oauth2(admin)
                    .header("Idempotency-Key", "once")
                    .post(parked + "/" + id + "/redelivery")
                    .then()
                    .statusCode(204);
        }

        assertEquals(5, neighbours.awaitEvent(OPENED, door).path("times").asInt());
    }

    @Test
    void tellsWhatAReplicaHadTakenWhenItDied() {
        var takenByTheDead = """
                with told as (
                    insert into outbox_event (id, type, subject, occurred_at, data)
                    values (gen_random_uuid(), $1, $2, now(), json_build_object('door', $2::text, 'times', 7)::text)
                    returning position, subject)
                insert into outbox_delivery (position, subject, subscriber, attempts, next_attempt_at)
                select position, subject, 'loan-service', 1, now() + interval '500 ms' from told
                """;
        pool.preparedQuery(takenByTheDead)
                .execute(Tuple.of(OPENED, door))
                .await()
                .indefinitely();

        assertEquals(7, neighbours.awaitEvent(OPENED, door).path("times").asInt());
    }

    @Test
    void readsOnWhereAReplicaDied() {
        pool.preparedQuery("""
                        update outbox_subscription
                        set holder = gen_random_uuid(), held_until = now() + interval '500 ms'
                        where subscriber = 'loan-service'
                        """).execute().await().indefinitely();
        open(3);

        Awaitility.await().until(() -> toldOfThisDoor().length == 2);
    }

    @Test
    void waitsForAnEventThatIsWrittenBeforeItAndKeptLater() {
        var slow = pool.getConnection().await().indefinitely();
        var transaction = slow.begin().await().indefinitely();
        tell(slow, door + "-slow");
        open(1);
        Awaitility.await().until(() -> count("""
                        select count(*) from outbox_subscription where subscriber = 'loan-service'
                        and watched >= (select position from outbox_event where subject = $1)
                        """, door) == 1);
        assertEquals(0, toldOfThisDoor().length);
        transaction.commit().await().indefinitely();
        slow.close().await().indefinitely();

        neighbours.awaitEvent(OPENED, door + "-slow");
        neighbours.awaitEvent(OPENED, door);
    }

    @Test
    void doesNotWaitForAnEventThatWasUndone() {
        var undone = pool.getConnection().await().indefinitely();
        var transaction = undone.begin().await().indefinitely();
        tell(undone, door + "-undone");
        transaction.rollback().await().indefinitely();
        undone.close().await().indefinitely();

        open(1);

        neighbours.awaitEvent(OPENED, door);
    }

    private void tell(SqlConnection connection, String subject) {
        connection.preparedQuery("""
                        insert into outbox_event (id, type, subject, occurred_at, data, subscribers)
                        values (gen_random_uuid(), $1, $2, now(), json_build_object('door', $2::text, 'times', 1)::text,
                                'loan-service')
                        """).execute(Tuple.of(OPENED, subject)).await().indefinitely();
    }

    @Test
    void tellsManyByOneStatementInTheirOrder() {
        appendAll(IntStream.rangeClosed(1, 300).mapToObj(n -> opened(door, n)).toList());
        var positions = pool.preparedQuery(
                        "select cast(data as json) ->> 'times' from outbox_event where subject = $1 order by position")
                .execute(Tuple.of(door))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Integer.parseInt(row.getString(0)))
                        .toList())
                .await()
                .indefinitely();

        assertEquals(IntStream.rangeClosed(1, 300).boxed().toList(), positions);
        Awaitility.await().until(() -> IntStream.of(toldOfThisDoor()).distinct().count() >= 10);
    }

    @Test
    void doesNotHoldBackOtherSubjectsForABadOne() {
        neighbours.inboxRefuses(door);
        var others = IntStream.range(0, 200).mapToObj(n -> door + "-" + n).toList();
        appendAll(Stream.concat(Stream.of(opened(door, 1)), others.stream().map(other -> opened(other, 1)))
                .toList());

        Awaitility.await()
                .until(() -> neighbours.told(OPENED).stream()
                                .map(event -> event.path("subject").asText())
                                .filter(others::contains)
                                .distinct()
                                .count()
                        == 200);
        assertEquals(0, toldOfThisDoor().length);
    }

    @Test
    void saysUpToWhenEverythingHasArrived() {
        Instant before = Instant.now();
        open(1);
        neighbours.awaitEvent(OPENED, door);

        assertFalse(neighbours.deliveredBefore().isEmpty());
        neighbours
                .deliveredBefore()
                .forEach(instant ->
                        assertTrue(instant.isBefore(before), "nothing is promised of events still unwritten"));
    }

    @Test
    void keepsWhatIsConfidentialEncryptedUntilItLeaves() {
        var secret = "certificate " + door;
        var fact = new DomainEvent(OPENED, door, Map.of("door", door, "secret", secret, "times", 1), true);
        transactions
                .run(tx -> outbox.append(tx, fact).chain(() -> outbox.appendAll(tx, List.of(fact))))
                .await()
                .indefinitely();

        var kept = pool.preparedQuery("select data from outbox_event where subject = $1")
                .execute(Tuple.of(door))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList())
                .await()
                .indefinitely();
        assertEquals(2, kept.size());
        kept.forEach(data -> assertFalse(
                data.contains(secret) || new String(Base64.getDecoder().decode(data), UTF_8).contains(secret), data));
        assertEquals(secret, neighbours.awaitEvent(OPENED, door).path("secret").asText());
        Awaitility.await().until(() -> toldOfThisDoor().length == 4);
    }

    private static DomainEvent opened(String door, int times) {
        return new DomainEvent(OPENED, door, Map.of("door", door, "times", times));
    }

    private void appendAll(List<DomainEvent> events) {
        transactions.run(tx -> outbox.appendAll(tx, events)).await().indefinitely();
    }

    private int[] toldOfThisDoor() {
        return neighbours.told(OPENED).stream()
                .filter(e -> e.path("subject").asText().equals(door))
                .mapToInt(e -> e.path("data").path("times").asInt())
                .toArray();
    }
}
