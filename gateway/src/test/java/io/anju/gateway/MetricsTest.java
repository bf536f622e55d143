package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may send requests may not read how many there are: metrics have a port of their own, health has not. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class MetricsTest {

    @TestHTTPResource(value = "metrics", management = true)
    private URI metrics;

    @Test
    void areReadAtAPortOfTheirOwn() {
        given().get("/api/v1/me").then().statusCode(401);

        given().get(metrics).then().statusCode(200).body(containsString("anju_gateway_denials_total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "live", "ready"})
    void healthStaysWhereEverybodyProbes(String kind) {
        given().get("/q/health/" + kind).then().statusCode(200);
    }
}
