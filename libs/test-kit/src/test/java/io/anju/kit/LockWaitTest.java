package io.anju.kit;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever waits for a lock that nobody lets go of is asked to come back, and its connection is free for others. */
@QuarkusTest
@TestProfile(LockWaitTest.LittlePatience.class)
class LockWaitTest extends KitTestBase {

    public static class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("anju.database.lock", "200ms");
        }
    }

    @Test
    void asksToComeBackAndDoesTheWorkOnceTheLockIsGone() {
        String key = UUID.randomUUID().toString();
        var other = pool.getConnection().await().indefinitely();
        var held = other.begin().await().indefinitely();
        try {
            // What orders the events of one subject.
            other.preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 1))")
                    .execute(Tuple.of(door))
                    .await()
                    .indefinitely();

            open(key).statusCode(503).header("Retry-After", "5").body("dependency", equalTo("database"));
        } finally {
            held.rollback().await().indefinitely();
            other.close().await().indefinitely();
        }

        open(key).statusCode(201);
    }

    private ValidatableResponse open(String key) {
        return as(customer)
                .header("Idempotency-Key", key)
                .body(BODY)
                .post("/api/v1/doors/" + door + "/openings")
                .then();
    }
}
