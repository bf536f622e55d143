package io.anju.kit;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;

import io.anju.testkit.environment.Metrics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A service that never reached identity cannot tell a good token from a bad one, and says so. */
@QuarkusTest
@TestProfile(IdentityAwayTest.NobodyThere.class)
class IdentityAwayTest extends KitTestBase {

    /** A port at which nothing listens. */
    public static class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("anju.identity.url", "http://localhost:9");
        }
    }

    @Test
    void asksToComeBack() {
        as(customer)
                .get("/api/v1/doors/me")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .contentType("application/problem+json")
                .header("Content-Language", "en")
                .body("code", equalTo("UNAVAILABLE"))
                .body("title", equalTo("Not available just now"));
    }

    @Test
    void isNotReadyBeforeItHasIdentitysKeys() {
        RestAssured.get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                        "checks.find { it.name == 'work at start' }.data",
                        hasEntry("getting the keys of identity", "not done yet"));
        Awaitility.await("a failure is counted")
                .until(() -> Metrics.find("anju_failures_survived_total{what=\"getting the keys of identity\"")
                                .orElse(0)
                        >= 1);
    }

    @Test
    void servesWhatNeedsNoToken() {
        RestAssured.get("/api/v1/doors/open").then().statusCode(200);
    }
}
