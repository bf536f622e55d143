package io.anju.kit;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Waiting helps when the database is away, so the answer says so and blames nobody. */
@QuarkusTest
@TestProfile(DatabaseAwayTest.NobodyThere.class)
class DatabaseAwayTest extends KitTestBase {

    /** A port at which nothing listens; migrations alone still reach the real one. */
    public static class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.reactive.url", "postgresql://localhost:9/postgres");
        }
    }

    @Test
    void asksToComeBack() {
        as(customer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(BODY)
                .post("/api/v1/doors/" + door + "/openings")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .contentType("application/problem+json")
                .body("code", equalTo("UNAVAILABLE"))
                .body("dependency", equalTo("database"));
    }
}
