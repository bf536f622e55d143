package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BusinessDateTest {
    private static final String MOVE = "{'date':'2045-01-01'}";
    private Sandbox sandbox;
    private Caller clock;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxConfig.inMemory("a-secret-of-the-tests"));
        clock = new Caller(sandbox);
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }

    @Test
    void itIsTheCalendarsUntilItIsMoved() throws Exception {
        var before = LocalDate.now(ZoneId.of("Asia/Shanghai"));

        var date =
                LocalDate.parse(clock.get("/business-date").json().path("date").asText());

        assertTrue(!date.isBefore(before) && !date.isAfter(LocalDate.now(ZoneId.of("Asia/Shanghai"))));
    }

    @Test
    void aMoveWithNobodyFollowingIsAnsweredAtOnce() throws Exception {
        var moved = clock.put("/business-date", MOVE);

        assertEquals(200, moved.status());
        assertEquals(
                "2045-01-01", clock.get("/business-date").json().path("date").asText());
    }

    @Test
    void aMoveWaitsUntilEachFollowerHasComeBack() throws Exception {
        clock.get("/business-date?service=loan-service");
        var move = CompletableFuture.supplyAsync(this::move);
        while (!clock.get("/business-date").text().contains("2045")) {
            Thread.onSpinWait();
        }

        clock.get("/business-date?service=loan-service&known=2026-11-22");
        var answeredTooEarly = move.isDone();
        clock.get("/business-date?service=loan-service&known=2045-01-01");

        assertEquals("loan-service", move.get().json().at("/seenBy/0").asText());
        assertTrue(!answeredTooEarly);
    }

    @Test
    void aFollowerThatKnowsTheDateIsAnsweredWhenItIsMoved() throws Exception {
        clock.put("/business-date", "{'date':'2044-12-31'}");
        var answer = CompletableFuture.supplyAsync(() -> get("/business-date?known=2044-12-31"));
        clock.put("/business-date", MOVE);

        assertEquals("2045-01-01", answer.get().json().path("date").asText());
    }

    @Test
    void aFollowerThatKnowsADateThatStandsIsNotKeptForEver() throws Exception {
        clock.put("/business-date", MOVE);

        assertEquals(
                "2045-01-01",
                clock.get("/business-date?known=2045-01-01").json().path("date").asText());
        assertEquals(400, clock.get("/business-date?known=tomorrow").status());
    }

    @Test
    void aFollowerThatStaysAwayIsNamedAfterFiveSeconds() throws Exception {
        clock.get("/business-date?service=loan-service");
        var start = Instant.now();

        var moved = clock.put("/business-date", MOVE);

        assertEquals("loan-service", moved.json().at("/notSeenBy/0").asText());
        assertTrue(Duration.between(start, Instant.now()).compareTo(Duration.ofSeconds(7)) < 0);
    }

    @Test
    void itMovesForwardUnlessToldOtherwise() throws Exception {
        clock.put("/business-date", MOVE);

        assertEquals(
                "DATE_IN_THE_PAST",
                clock.put("/business-date", "{'date':'2044-12-31'}").code());
        assertEquals(
                200,
                clock.put("/business-date", "{'date':'2044-12-31','backwards':true}")
                        .status());
        assertEquals(400, clock.put("/business-date", "{'date':'2044-02-30'}").status());
        assertEquals(400, clock.get("/business-date?service=%20").status());
    }

    private Caller.Answer get(String path) {
        try {
            return clock.get(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Caller.Answer move() {
        try {
            return clock.put("/business-date", MOVE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
