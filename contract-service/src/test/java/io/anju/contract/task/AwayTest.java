package io.anju.contract.task;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.contract.ContractTestBase;
import io.anju.testkit.environment.Metrics;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A neighbour that is away, and one that keeps others waiting. */
@QuarkusTest
class AwayTest extends ContractTestBase {
    private static final int MORE_THAN_ARE_MADE = 1_000_000;
    private static final int MORE_ATTEMPTS_THAN_ALLOWED = 30;

    @Inject
    TaskMeters meters;

    @AfterEach
    void theRegistryIsThereAgain() {
        registryRefuses(0);
    }

    @Test
    void isWaitedForHoweverOftenItIsAskedInVain() throws Throwable {
        registryRefuses(MORE_THAN_ARE_MADE);
        UUID contract = sealedContract();
        Awaitility.await("the registration waits").until(() -> isWaiting(contract));

        askedInVain(contract);
        OffsetDateTime next = dueAt(contract);
        Awaitility.await("one more attempt")
                .until(() -> isWaiting(contract) && dueAt(contract).isAfter(next));

        stuck("WAITING").body(item(contract, "waitingSince"), notNullValue());
        assertTrue(metric("anju_tasks_waiting") >= 1);
        registryRefuses(0);
        neighbours.awaitEvent("anju.mortgage.registered.v1", contract.toString());
        assertEquals(0, sql("select 1 from task where subject = $1", contract).size());
    }

    @Test
    void keepsNobodyWaitingWhoHasNoBusinessWithIt() {
        UUID contract = sealedContract();
        neighbours.awaitEvent("anju.mortgage.registered.v1", contract.toString());
        UUID registration = sql("select id from mortgage_registration where contract_id = $1", contract)
                .iterator()
                .next()
                .getUUID(0);

        var slow = pool.getConnection().await().indefinitely();
        var held = slow.begin().await().indefinitely();
        try {
            slow.preparedQuery("select 1 from mortgage_registration where id = $1 for update")
                    .execute(Tuple.of(registration))
                    .await()
                    .indefinitely();
            UUID[] followed = {follow(registration), follow(registration), follow(registration)};
            Awaitility.await("the registry is being asked").until(() -> attempts(followed[0]) == 1);

            new OtherCustomer().draft(neighbours);

            assertEquals(1, sql("select 1 from task where id = $1", followed[0]).size());
        } finally {
            held.rollback().await().indefinitely();
            slow.close().await().indefinitely();
        }
        Awaitility.await("all questions are done")
                .until(() -> sql("select 1 from task where subject = $1", registration)
                                .size()
                        == 0);
    }

    private static final class OtherCustomer extends ContractTestBase {
        void draft(Neighbours told) {
            neighbours = told;
            draftedContract();
        }
    }

    @Test
    void whatWasGivenUpIsTakenUpAgainTogether() throws Throwable {
        UUID contract = sealedContract();
        // What other tests have left behind is not counted here.
        sql("delete from task where kind = $1 and state = 'PARKED'", "SEAL");
        UUID first = parked("SEAL", contract);
        UUID second = parked("SEAL", contract);
        UUID other = parked("CERTIFY", contract);
        assertTrue(metric("anju_tasks_parked") >= 3);

        redrive("{\"kind\":\"SEAL\",\"limit\":1}").statusCode(200).body("redriven", equalTo(1));
        redrive("{\"kind\":\"SEAL\"}").statusCode(200).body("redriven", equalTo(1));
        redrive("{\"kind\":\"SEAL\"}").statusCode(200).body("redriven", equalTo(0));

        Awaitility.await()
                .until(() -> sql("select 1 from task where id in ($1, $2)", first, second)
                                .size()
                        == 0);
        stuck("PARKED").body(item(other, "kind"), equalTo("CERTIFY"));
        sql("delete from task where id = $1", other);
    }

    @Test
    void noMoreIsTakenUpAgainThanAskedForHoweverTheDatabasePlansIt() {
        UUID contract = sealedContract();
        // Many rows that are gone by now are what makes PostgreSQL look for the parked ones more than once.
        sql("""
                insert into task (id, kind, subject, payload, due_at)
                select gen_random_uuid(), 'SEAL', $1, '{}', 'infinity' from generate_series(1, 300)
                """, contract);
        sql("delete from task where due_at = 'infinity'");
        sql("analyze task");
        UUID first = parked("CERTIFY", contract);
        UUID second = parked("CERTIFY", contract);

        redrive("{\"kind\":\"CERTIFY\",\"limit\":1}").statusCode(200).body("redriven", equalTo(1));

        sql("delete from task where id in ($1, $2)", first, second);
    }

    @Test
    void noMoreIsTakenUpAgainThanABatch() {
        redrive("{\"limit\":1001}").statusCode(400);
        redrive("{\"limit\":0}").statusCode(400);
    }

    private void registryRefuses(int requests) {
        given().contentType(ContentType.JSON)
                .body("{\"refuseNext\":%d}".formatted(requests))
                .put(outside.url() + "/property-registry/faults")
                .then()
                .statusCode(200);
    }

    private boolean isWaiting(UUID subject) {
        return sql("select 1 from task where subject = $1 and state = 'OPEN' and waiting_since is not null", subject)
                        .size()
                == 1;
    }

    /** As after a night: more attempts than a task has. Not while one is under way, which knows itself by its number. */
    private void askedInVain(UUID subject) {
        Awaitility.await()
                .until(() -> sql(
                                        "update task set attempts = $2 where subject = $1"
                                                + " and due_at < now() + interval '5 seconds' returning id",
                                        subject,
                                        MORE_ATTEMPTS_THAN_ALLOWED)
                                .size()
                        == 1);
    }

    private OffsetDateTime dueAt(UUID subject) {
        return sql("select due_at from task where subject = $1", subject)
                .iterator()
                .next()
                .getOffsetDateTime(0);
    }

    private int attempts(UUID task) {
        return sql("select attempts from task where id = $1", task)
                .iterator()
                .next()
                .getInteger(0);
    }

    private UUID follow(UUID registration) {
        UUID id = UUID.randomUUID();
        sql(
                "insert into task (id, kind, subject, payload) values ($1, 'FOLLOW_REGISTRATION', $2, '{}')",
                id,
                registration);
        return id;
    }

    private UUID parked(String kind, UUID subject) {
        UUID id = UUID.randomUUID();
        sql(
                "insert into task (id, kind, subject, payload, state, attempts) values ($1, $2, $3, '{}', 'PARKED', 20)",
                id,
                kind,
                subject);
        return id;
    }

    private RowSet<Row> sql(String sql, Object... values) {
        return pool.preparedQuery(sql).execute(Tuple.from(values)).await().indefinitely();
    }

    private ValidatableResponse stuck(String state) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "admin"))
                .queryParam("state", state)
                .queryParam("limit", 100)
                .get("/api/v1/staff/contract-tasks")
                .then()
                .statusCode(200);
    }

    private static String item(UUID subject, String member) {
        return "items.find { it.subject == '" + subject + "' || it.id == '" + subject + "' }." + member;
    }

    private ValidatableResponse redrive(String body) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(UUID.randomUUID(), "admin"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/staff/contract-tasks/redrive")
                .then();
    }

    private double metric(String name) throws Throwable {
        VertxContextSupport.subscribeAndAwait(meters::count);
        return Metrics.find(name).orElse(-1);
    }
}
