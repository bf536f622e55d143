package io.anju.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A service with a token that was exchanged for a customer's (RFC 8693). */
@QuarkusTest
class ActingServiceTest extends KitTestBase {

    private String acting() {
        return neighbours
                .tokens()
                .access(
                        customer.toString(),
                        "door-service",
                        List.of("customer"),
                        claims -> claims.setClaim("act", Map.of("sub", "loan-service")));
    }

    @Test
    void doesWhatAnEndpointTakesFromServicesAndNothingElse() {
        given().auth().oauth2(acting()).get("/api/v1/doors/names").then().statusCode(200);

        given().auth()
                .oauth2(acting())
                .get("/api/v1/doors/me")
                .then()
                .statusCode(403)
                .body("code", equalTo("ROLE_MISSING"));
        given().auth()
                .oauth2(acting())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(BODY)
                .post("/api/v1/doors/" + door + "/openings")
                .then()
                .statusCode(403);
    }

    @Test
    void isNotAskedWhoItIsWhereAnyoneMayCome() {
        given().auth().oauth2(acting()).get("/api/v1/doors/open").then().statusCode(200);
    }
}
