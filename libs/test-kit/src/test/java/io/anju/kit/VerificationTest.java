package io.anju.kit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** A verification opens exactly one door, once. */
@QuarkusTest
class VerificationTest extends KitTestBase {

    private String key(UUID subject, String act, String resource, String body) {
        return neighbours.tokens().verification(subject, "door-service", act, resource, body);
    }

    private String goodKey() {
        return key(customer, "door.unlock", "/api/v1/doors/" + door, BODY);
    }

    private ValidatableResponse unlock(String verification) {
        var request = as(customer).body(BODY);
        if (verification != null) {
            request.header("Verification-Token", verification);
        }
        return request.post("/api/v1/doors/" + door + "/unlocking").then();
    }

    @Test
    void opensWithATokenCutForThisActResourceAndBody() {
        unlock(goodKey()).statusCode(201);

        assertEquals(2, openings());
    }

    @Test
    void challengesWhenThereIsNone() {
        unlock(null)
                .statusCode(401)
                .header("WWW-Authenticate", containsString("error=\"insufficient_user_authentication\""))
                .contentType("application/problem+json")
                .body("code", equalTo("VERIFICATION_REQUIRED"))
                .body("resource", equalTo("/api/v1/doors/" + door));
        assertEquals(0, openings());
    }

    @Test
    void refusesATokenForAnotherResource() {
        unlock(key(customer, "door.unlock", "/api/v1/doors/other", BODY))
                .statusCode(403)
                .body("code", equalTo("VERIFICATION_MISMATCH"))
                .body("what", equalTo("resource"));
        assertEquals(0, openings());
    }

    @Test
    void refusesATokenForAnotherAct() {
        unlock(key(customer, "door.lock", "/api/v1/doors/" + door, BODY))
                .statusCode(403)
                .body("what", equalTo("act"));
    }

    @Test
    void refusesATokenForAnotherBody() {
        unlock(key(customer, "door.unlock", "/api/v1/doors/" + door, BODY + " "))
                .statusCode(403)
                .body("what", equalTo("body"));
    }

    @Test
    void refusesATokenOfSomebodyElse() {
        unlock(key(UUID.randomUUID(), "door.unlock", "/api/v1/doors/" + door, BODY))
                .statusCode(403)
                .body("what", equalTo("subject"));
    }

    @Test
    void challengesAgainWhenTheTokenHasEnded() {
        var ended = neighbours
                .tokens()
                .verification(
                        customer,
                        "door-service",
                        "door.unlock",
                        "/api/v1/doors/" + door,
                        BODY,
                        claims -> claims.setExpirationTime(
                                NumericDate.fromSeconds(NumericDate.now().getValue() - 60)));

        unlock(ended).statusCode(401).body("code", equalTo("VERIFICATION_REQUIRED"));
    }

    @Test
    void doesNotTakeAnAccessTokenForAVerification() {
        unlock(neighbours.tokens().customer(customer)).statusCode(401);
    }

    @Test
    void doesNotTakeAVerificationForAnAccessToken() {
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(goodKey())
                .get("/api/v1/doors/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("TOKEN_INVALID"));
    }

    @Test
    void refusesATokenThatWasUsed() {
        var key = goodKey();
        unlock(key).statusCode(201);

        unlock(key).statusCode(403).body("code", equalTo("VERIFICATION_USED"));

        assertEquals(2, openings());
    }

    @Test
    void opensOnceWhenTheSameTokenIsSentTwiceAtTheSameMoment() throws Exception {
        var key = goodKey();
        Callable<Integer> send = () -> unlock(key).extract().statusCode();

        List<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            var sent = Stream.generate(() -> send).limit(8).toList();
            answers = threads.invokeAll(sent).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
        }

        assertEquals(List.of(201, 403, 403, 403, 403, 403, 403, 403), answers);
        assertEquals(2, openings());
    }

    @Test
    void leavesTheTokenGoodWhenTheActWasRefused() {
        var locked = "/api/v1/doors/locked/unlocking";
        var key = key(customer, "door.unlock", "/api/v1/doors/locked", BODY);

        for (int attempt = 0; attempt < 2; attempt++) {
            as(customer)
                    .header("Verification-Token", key)
                    .body(BODY)
                    .post(locked)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("DOOR_LOCKED"))
                    .body("detail", equalTo("Door locked is locked."));
        }
        assertEquals(0, openings("locked"));
    }
}
