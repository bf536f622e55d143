package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever sends slowly does so at the expense of nobody else: loan-service has 8 places here, uploads may come 3 at once. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class SlowBodiesTest {
    private static final String UPLOADS = "/api/v1/applications/7/documents";

    @TestHTTPResource
    private URI gateway;

    private final Deque<Socket> slow = new ArrayDeque<>();

    /** A body that has been announced and does not come; returns once the gateway has seen the announcement. */
    private void begin(String path, String length) throws IOException {
        var socket = new Socket(gateway.getHost(), gateway.getPort());
        slow.add(socket);
        var request = """
                POST %s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Expect: 100-continue
                %s

                """.formatted(path, TestTokens.customer(), length);
        socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        var seen = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
        assertEquals("HTTP/1.1 100", new String(seen, StandardCharsets.US_ASCII));
    }

    @AfterEach
    void nothingIsLeftOpen() throws IOException {
        for (var socket : slow) {
            socket.close();
        }
    }

    private static Response post(String path, int bytes) {
        return given().auth()
                .oauth2(TestTokens.customer())
                .header("Accept-Language", "en")
                .contentType("application/octet-stream")
                .body(new byte[bytes])
                .post(path);
    }

    private static void await(String path, int bytes, int status) {
        var deadline = Instant.now().plusSeconds(10);
        var last = 0;
        while (last != status && Instant.now().isBefore(deadline)) {
            last = post(path, bytes).statusCode();
        }
        assertEquals(status, last);
    }

    @Test
    void smallBodiesThatDoNotComeTakeNoPlaceAtTheirService() throws Exception {
        for (var i = 0; i < 12; i++) {
            begin("/api/v1/applications", "Content-Length: 1000");
        }

        post("/api/v1/applications", 1_000).then().statusCode(200).body("bytes", equalTo(1_000));
        post(UPLOADS, 1 << 20).then().statusCode(200).body("bytes", equalTo(1 << 20));
    }

    @Test
    void largeBodiesOfOneNetworkAreAFewAtOnce() throws Exception {
        for (var length :
                new String[] {"Content-Length: 1000000", "Transfer-Encoding: chunked", "Content-Length: 65537"}) {
            begin(UPLOADS, length);
        }
        await(UPLOADS, 1 << 20, 429);

        post(UPLOADS, 1 << 20)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("TOO_MANY_BODIES"));
        post(UPLOADS, 1_000).then().statusCode(200);
        post("/api/v1/applications", 1_000).then().statusCode(200);

        slow.pop().close();
        await(UPLOADS, 1 << 20, 200);
    }
}
