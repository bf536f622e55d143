package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class StreamingTest {
    private static final int MEBIBYTE = 1 << 20;

    @TestHTTPResource
    private URI gateway;

    @Inject
    private Vertx vertx;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** So many mebibytes of nothing, made as they are read. */
    private static InputStream zeroes(int mebibytes) {
        return new InputStream() {
            private long rest = (long) mebibytes * MEBIBYTE;

            @Override
            public int read() {
                return rest-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                var count = (int) Math.min(length, rest);
                rest -= count;
                return count == 0 ? -1 : count;
            }
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + TestTokens.customer());
    }

    @Test
    void anAnswerLargerThanTheMemoryPassesThrough() throws Exception {
        var response =
                client.send(request("/api/v1/contracts/7/large").build(), HttpResponse.BodyHandlers.ofInputStream());

        try (var body = response.body()) {
            assertEquals(512L * MEBIBYTE, body.transferTo(java.io.OutputStream.nullOutputStream()));
        }
        assertTrue(Runtime.getRuntime().maxMemory() < 512L * MEBIBYTE);
    }

    @Test
    void aDocumentOfFiftyMegabytesIsTaken() throws Exception {
        var upload = request("/api/v1/applications/7/documents")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> zeroes(50)))
                .build();

        var response = client.send(upload, HttpResponse.BodyHandlers.ofString());

        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("\"bytes\":" + 50 * MEBIBYTE), response.body());
    }

    @Test
    void aBodyWithoutALengthComesOverHttp2() throws Exception {
        var http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        assertEquals(
                200,
                http2.send(request("/api/v1/loans").build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode());
        var upload = request("/api/v1/applications/7/documents")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> zeroes(5)))
                .build();

        var response = http2.send(upload, HttpResponse.BodyHandlers.ofString());

        assertEquals(HttpClient.Version.HTTP_2, response.version());
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("\"bytes\":" + 5 * MEBIBYTE), response.body());
    }

    @Test
    void aBodyDeclaredTooLargeIsRefusedBeforeItIsSent() {
        given().auth()
                .oauth2(TestTokens.customer())
                .header("Content-Type", "application/octet-stream")
                .body(new byte[MEBIBYTE + 1])
                .post("/api/v1/loans/7/payments")
                .then()
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"))
                .body("maximumBytes", equalTo(MEBIBYTE));
    }

    @Test
    void aBodyThatGrowsTooLargeIsCutOff() throws Exception {
        var post = request("/api/v1/loans/7/payments")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> zeroes(8)))
                .build();
        try {
            assertEquals(
                    413, client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());
        } catch (IOException cutOffWhileStillSending) {
            // the JDK's client does not read an answer that comes before it has sent everything
            assertEquals(
                    200,
                    client.send(request("/api/v1/loans").build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode());
        }
    }

    @Test
    void eventsArriveWhileTheStreamIsOpenAndItsEndIsNoticed() throws Exception {
        var response =
                client.send(request("/api/v1/messages/stream").build(), HttpResponse.BodyHandlers.ofInputStream());
        var first = new byte[11];
        response.body().readNBytes(first, 0, first.length);
        assertEquals("data: one\n\n", new String(first, java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(1, openStreams());

        response.body().close();

        var deadline = Instant.now().plusSeconds(5);
        while (openStreams() > 0 && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertEquals(0, openStreams());
    }

    /** The class's deadline is 0.7 s, the upload takes longer. */
    @Test
    void theTimeOfAnUploadIsNotCountedAgainstTheService() throws Exception {
        assertEquals(200, statusOfSlowPost("/api/v1/applications/7/documents", 10));
    }

    /** The class gives a body 0.3 s. */
    @Test
    void aBodyThatNeverEndsIsGivenUp() throws Exception {
        assertEquals(408, statusOfSlowPost("/api/v1/contracts/7/signatures", 50));
    }

    private int statusOfSlowPost(String path, int pieces) throws Exception {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(gateway.resolve(path).toString())
                .putHeader("Authorization", "Bearer " + TestTokens.customer());
        return vertx.createHttpClient()
                .request(options)
                .compose(request -> {
                    trickle(request.setChunked(true), pieces);
                    return request.response();
                })
                .map(response -> response.statusCode())
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, java.util.concurrent.TimeUnit.SECONDS);
    }

    private void trickle(HttpClientRequest request, int rest) {
        if (rest == 0) {
            request.end();
        } else {
            request.write(Buffer.buffer("x"))
                    .onSuccess(written -> vertx.setTimer(120, timer -> trickle(request, rest - 1)));
        }
    }

    private int openStreams() throws Exception {
        var told = client.send(request("/api/v1/messages/asked").build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return Integer.parseInt(told.split(" ")[1]);
    }
}
