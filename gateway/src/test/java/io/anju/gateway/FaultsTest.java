package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class FaultsTest {

    private static Response get(String path, String role) {
        return given().auth()
                .oauth2(TestTokens.withRole(role))
                .header("Accept-Language", "en")
                .get(path);
    }

    @Test
    void aServiceThatIsLateIsA504() {
        get("/api/v1/staff/due-runs/slow", "admin")
                .then()
                .statusCode(504)
                .body("code", equalTo("SERVICE_LATE"))
                .body("service", equalTo("repayment-service"));
    }

    @Test
    void aServiceThatBreaksOffIsA502() {
        get("/api/v1/me/break", "customer").then().statusCode(502).body("code", equalTo("SERVICE_BROKE_OFF"));
    }

    @Test
    void aServicesOwn503IsPassedOnAndDoesNotShutTheOthersOut() {
        for (var i = 0; i < 25; i++) {
            get("/api/v1/help/away", "customer").then().statusCode(503).body(equalTo("away"));
        }

        get("/api/v1/help/answers", "customer").then().statusCode(200);
    }

    @Test
    void anIllServiceIsLeftAloneAndThenAskedAgain() {
        for (var i = 0; i < 4; i++) {
            get("/api/v1/contracts/break", "customer").then().statusCode(502);
        }

        get("/api/v1/contracts", "customer")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("UNAVAILABLE"))
                .body("dependency", equalTo("contract-service"));
        get("/api/v1/loans", "customer").then().statusCode(200);

        var deadline = Instant.now().plusSeconds(5);
        var status = 503;
        while (status != 200 && Instant.now().isBefore(deadline)) {
            status = get("/api/v1/contracts", "customer").statusCode();
        }
        assertEquals(200, status);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        Response last = null;
        for (var i = 0; i < 4; i++) {
            last = given().header("Accept-Language", "en").body("{}").post("/api/v1/contract-checks");
            assertTrue(last.header("RateLimit").startsWith("\"check\";r="), last.header("RateLimit"));
        }

        last.then()
                .statusCode(429)
                .header("RateLimit-Policy", "\"check\";q=1;w=60")
                .header("Retry-After", notNullValue())
                .body("code", equalTo("TOO_MANY_REQUESTS"));
        given().get("/api/v1/products").then().statusCode(200);
    }
}
