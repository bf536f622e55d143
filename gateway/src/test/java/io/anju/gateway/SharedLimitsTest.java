package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A gateway that shares its limits goes on when their database does not. */
@QuarkusTest
@WithTestResource(Neighbours.class)
@WithTestResource(LimitsDatabase.class)
class SharedLimitsTest {

    /** Looked up late: the other tests run without a database. */
    @Inject
    Instance<Pool> pool;

    @Inject
    MeterRegistry meters;

    LimitsDatabase database;

    @Test
    void limitsOnWhileTheDatabaseIsAwayAndSharesAgainWhenItIsBack() {
        awaitShared();
        double atFirst = countedAlone();
        assertEquals(List.of(200, 200, 200, 429), fourChecks(TestTokens.customer()));
        assertEquals(atFirst, countedAlone());

        database.takeAway();
        assertEquals(List.of(200, 200, 200, 429), fourChecks(TestTokens.customer()));
        assertEquals(atFirst + 8, countedAlone(), "each request is counted for its address and for its caller");
        given().get("/q/health/ready").then().statusCode(200);

        database.bringBack();
        awaitShared();
    }

    /**
     * The table is made soon after the start, and the store is asked again soon after it was away. What failed until then
     * opens the circuit breaker as long as it is among its last ten questions; a request asks two.
     */
    private void awaitShared() {
        Awaitility.await().untilAsserted(() -> {
            double before = countedAlone();
            Stream.generate(TestTokens::customer).limit(5).forEach(SharedLimitsTest::check);
            assertEquals(before, countedAlone());
        });
    }

    @Test
    void keepsNoAddressAndNoCallerInClear() {
        awaitShared();

        assertTrue(count("select count(*) from throttle_bucket") >= 2);
        assertEquals(0, count("select count(*) from throttle_bucket where id !~ '^[A-Za-z0-9_-]{43}$'"));
    }

    private long count(String sql) {
        return pool.get()
                .query(sql)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private double countedAlone() {
        return meters.get("anju.gateway.limits.alone").counter().count();
    }

    private static List<Integer> fourChecks(String token) {
        return Stream.generate(() -> check(token).statusCode()).limit(4).toList();
    }

    /** Three at once are allowed. */
    private static Response check(String token) {
        return given().auth().oauth2(token).get("/api/v1/contract-checks/of-mine");
    }
}
