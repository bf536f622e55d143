package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/** What the tests over HTTP share. */
@WithTestResource(IdentityEnvironment.class)
abstract class IdentityTestBase {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Pool pool;

    /**
     * All tests come from one address, and a few officers act in all of them: what one test guesses wrongly neither slows the
     * next one down nor shows in its scores, and nobody has done or asked for too much within the hour.
     */
    @BeforeEach
    void forgetTheTestsBefore() {
        sql("DELETE FROM failure_count WHERE subject LIKE $1", "stranger:%");
        sql("DELETE FROM risk_failure");
        // Codes that were asked for from the tests' one address are nobody's any more: together they are more than its
        // cap.
        sql("UPDATE sms_code SET address_hash = uuid_send(id) WHERE length(address_hash) = $1", 32);
        sql("""
                UPDATE risk_decision SET counted = false
                WHERE counted AND person_id IN (SELECT id FROM staff_member WHERE name <> $1)""", "");
    }

    TestPerson person() {
        return new TestPerson(outside.url());
    }

    TestPerson personWith(String phone) {
        return new TestPerson(outside.url(), phone);
    }

    /** Another service tells a fact about a customer. */
    static void told(String service, String type, UUID customer, Map<String, Object> data) {
        var event = Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID(),
                "source",
                "/" + service,
                "type",
                type,
                "subject",
                customer,
                "time",
                "2026-11-22T02:00:00Z",
                "data",
                data);
        given().auth()
                .oauth2(new TestClient(service).token("identity-service"))
                .contentType(ContentType.JSON)
                .body(event)
                .post("/internal/events")
                .then()
                .statusCode(204);
    }

    /** The pause between two codes to one phone is over. */
    void letTheNextCodeBeSent() {
        sql("UPDATE sms_code SET sent_at = sent_at - interval '2 minutes'");
    }

    /** Proofs that were wrong within the last hour on the devices that the customer's sessions are bound to. */
    void failOnTheirDevices(TestPerson customer, int times) {
        sql("UPDATE session SET device_hash = decode(md5(id::text), 'hex') WHERE person_id = $1", customer.id);
        sql("""
                INSERT INTO risk_failure (trace, failed_at)
                SELECT device_hash, now() - interval '1 hour' FROM session, generate_series(1, $2::int)
                WHERE person_id = $1""", customer.id, times);
    }

    /** As blank as a field can be: the wide space of a Chinese keyboard is white as well. */
    static void refusesBlanks(String field, Function<String, Response> sending) {
        for (String blank : List.of("\u3000", "", "\u2003\u3000 ")) {
            sending.apply(blank)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("INVALID_REQUEST"))
                    .body("fields.field", hasItem(field))
                    .body("fields.code", hasItem("NOT_BLANK"))
                    .body("fields.message", hasItem("must not be blank"));
        }
    }

    void sql(String statement, Object... args) {
        pool.preparedQuery(statement).execute(Tuple.from(args)).await().indefinitely();
    }

    long count(String query, Object... args) {
        return pool.preparedQuery(query)
                .execute(Tuple.from(args))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }
}
