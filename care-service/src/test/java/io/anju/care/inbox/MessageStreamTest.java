package io.anju.care.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.care.CareTestBase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages arrive on an open stream by themselves; a reader that comes back misses nothing. */
@QuarkusTest
class MessageStreamTest extends CareTestBase {

    @TestHTTPResource("/api/v1/messages/stream")
    URI stream;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        http.shutdownNow();
    }

    @Test
    void deliversLive() {
        open(null);
        awaitLine(line -> line.startsWith(":"));

        told("identity-service", "anju.customer.verified.v1", "\"level\":\"L2\"");

        var data = awaitLine(line -> line.startsWith("data:"));
        assertTrue(data.contains("Your level of verification is now: real name."), data);
        awaitLine(line -> line.equals("id:1"));
        awaitLine(line -> line.equals("event:message"));
    }

    @Test
    void goesOnAfterTheLastOneSeen() {
        told("identity-service", "anju.customer.registered.v1", "");
        told("identity-service", "anju.customer.verified.v1", "\"level\":\"L2\"");

        open("1");

        awaitLine(line -> line.equals("id:3"));
        assertEquals(
                List.of("id:2", "id:3"),
                lines.stream().filter(line -> line.startsWith("id:")).toList());
    }

    @Test
    void keepsOthersMessagesOut() {
        open(null);
        awaitLine(line -> line.startsWith(":"));

        toldTo(java.util.UUID.randomUUID(), "identity-service", "anju.customer.registered.v1");
        told("identity-service", "anju.customer.verified.v1", "\"level\":\"L2\"");

        awaitLine(line -> line.equals("id:1"));
        assertEquals(1, lines.stream().filter(line -> line.startsWith("id:")).count());
    }

    @Test
    void servesAFewStreamsACustomer() {
        for (int n = 0; n < 5; n++) {
            open(null);
        }
        Awaitility.await()
                .until(() -> lines.stream().filter(line -> line.startsWith(":")).count() >= 5);

        assertEquals(429, send(null).statusCode());
    }

    private String awaitLine(Predicate<String> wanted) {
        return Awaitility.await()
                .until(() -> lines.stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    private void open(String lastSeen) {
        var body = send(lastSeen).body();
        Thread.startVirtualThread(() -> body.forEach(lines::add));
    }

    private java.net.http.HttpResponse<java.util.stream.Stream<String>> send(String lastSeen) {
        var request = HttpRequest.newBuilder(stream)
                .header("Authorization", "Bearer " + neighbours.tokens().customer(customer))
                .header("Accept", "text/event-stream")
                .header("Accept-Language", "en");
        if (lastSeen != null) {
            request.header("Last-Event-ID", lastSeen);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofLines());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
