package io.anju.kit;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A request that is sent again is done once and answered alike. */
@QuarkusTest
class IdempotencyTest extends KitTestBase {

    private final String key = UUID.randomUUID().toString();

    private ValidatableResponse send(UUID caller, String body) {
        return as(caller)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/doors/" + door + "/openings")
                .then();
    }

    @Test
    void answersTheSecondTimeFromTheStore() {
        send(customer, BODY)
                .statusCode(201)
                .header("Location", equalTo("/api/v1/doors/" + door))
                .body("door", equalTo(door));

        send(customer, BODY)
                .statusCode(201)
                .header("Location", equalTo("/api/v1/doors/" + door))
                .body("door", equalTo(door))
                .body("times", equalTo(2));

        assertEquals(2, openings());
    }

    @Test
    void refusesTheKeyForAnotherBody() {
        send(customer, BODY).statusCode(201);

        send(customer, "{\"name\":\"front\",\"times\":3}")
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));

        assertEquals(2, openings());
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        send(customer, BODY).statusCode(201);
        send(UUID.randomUUID(), BODY).statusCode(201);

        assertEquals(4, openings());
    }

    @Test
    void holdsForAnEndpointWithoutBodyToo() {
        for (int times = 0; times < 2; times++) {
            as(customer)
                    .header("Idempotency-Key", key)
                    .post("/api/v1/doors/" + door + "/knocks")
                    .then()
                    .statusCode(201);
        }

        assertEquals(1, openings());
    }

    @Test
    void asksForAKey() {
        as(customer)
                .body(BODY)
                .post("/api/v1/doors/" + door + "/openings")
                .then()
                .statusCode(400)
                .body("code", equalTo("IDEMPOTENCY_KEY_MISSING"));
    }

    @Test
    void doesItOnceWhenSentManyTimesAtTheSameMoment() throws Exception {
        Callable<Integer> once = () -> send(customer, BODY).extract().statusCode();

        Set<Integer> answers;
        try (var threads = Executors.newFixedThreadPool(8)) {
            answers = threads.invokeAll(Stream.generate(() -> once).limit(16).toList()).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());
        }

        assertTrue(Set.of(201, 409).containsAll(answers), "answers: " + answers);
        assertTrue(answers.contains(201));
        assertEquals(2, openings());
    }
}
