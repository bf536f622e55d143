package io.anju.kit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Facts are heard: once in effect, however often they are told, and from those alone whose they are to tell. */
@QuarkusTest
class HeardEventsTest extends KitTestBase {

    @Test
    void hasItsEffectOnceHoweverOftenItIsTold() {
        var id = UUID.randomUUID();

        tell(id, "loan-service", 3).statusCode(204);
        tell(id, "loan-service", 3).statusCode(204);

        assertEquals(3, openings());
    }

    @Test
    void isTakenAgainWhenItsEffectFailed() {
        var id = UUID.randomUUID();
        tell(id, "loan-service", -1).statusCode(500);
        assertEquals(0, openings());

        tell(id, "loan-service", 4).statusCode(204);

        assertEquals(4, openings());
    }

    @Test
    void isNotTakenFromAServiceThatSpeaksForAnother() {
        tell(UUID.randomUUID(), "identity-service", 3)
                .statusCode(403)
                .body("code", equalTo("EVENT_SOURCE_IS_NOT_CALLER"));
    }

    @Test
    void isNotTakenFromAServiceWhoseItIsNotToTell() {
        var id = UUID.randomUUID();

        String trace = tell("contract-service", event(id, "contract-service", 3))
                .statusCode(403)
                .body("code", equalTo("EVENT_IS_NOT_CALLERS_TO_TELL"))
                .extract()
                .path("traceId");

        assertEquals(0, openings());
        assertEquals(0, count("select count(*) from inbox_event where id = $1", id));
        assertEquals(1, count("""
                        select count(*) from denial where trace_id = $1 and subject = 'contract-service'
                        and code = 'EVENT_IS_NOT_CALLERS_TO_TELL'""", trace));
    }

    @Test
    void aBatchWithOneThatIsNotTheirsIsNotTakenAtAll() {
        var own = UUID.randomUUID();
        var anothers = event(UUID.randomUUID(), 2).replace("anju.elsewhere.opened", "anju.elsewhere.closed");

        tellBatch(event(own, 2), anothers).statusCode(403);

        assertEquals(0, count("select count(*) from inbox_event where id = $1", own));
    }

    @Test
    void isNotTakenFromPeople() {
        as(customer).body("{}").post("/internal/events").then().statusCode(403);
    }

    @Test
    void takesABatchWholeOrNotAtAll() {
        var good = UUID.randomUUID();
        var bad = UUID.randomUUID();
        tellBatch(event(good, 2), event(bad, -1)).statusCode(500);
        assertEquals(0, openings());

        tellBatch(event(good, 2), event(bad, 3)).statusCode(204);
        tellBatch(event(good, 2), event(bad, 3)).statusCode(204);

        assertEquals(5, openings());
    }

    private ValidatableResponse tell(UUID id, String source, int times) {
        return tell("loan-service", event(id, source, times));
    }

    private ValidatableResponse tell(String service, String event) {
        return given().auth()
                .oauth2(neighbours.tokens().service(service, "door-service"))
                .contentType("application/cloudevents+json")
                .body(event)
                .post("/internal/events")
                .then();
    }

    private String event(UUID id, int times) {
        return event(id, "loan-service", times);
    }

    private String event(UUID id, String source, int times) {
        return """
                {"specversion":"1.0","id":"%s","source":"/%s","type":"anju.elsewhere.opened.v1","subject":"s",
                 "time":"2026-11-22T02:00:00Z","data":{"door":"%s","times":%d}}
                """.formatted(id, source, door, times);
    }

    private ValidatableResponse tellBatch(String... events) {
        return given().auth()
                .oauth2(neighbours.tokens().service("loan-service", "door-service"))
                .contentType("application/cloudevents-batch+json")
                .body("[" + String.join(",", events) + "]")
                .post("/internal/events")
                .then();
    }
}
