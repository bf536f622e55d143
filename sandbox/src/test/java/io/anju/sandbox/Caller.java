package io.anju.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Speaks to a sandbox over HTTP as a service would. */
final class Caller {
    record Answer(int status, String type, String tag, String text) {
        JsonNode json() {
            return tree(text);
        }

        String code() {
            return json().path("code").asText();
        }
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Caller(Sandbox sandbox) {
        this.base = sandbox.url();
    }

    Answer get(String path) throws IOException {
        return send("GET", path, "");
    }

    /** Without a body; {@code held} is the tag of the version that the caller has, empty when it has none. */
    Answer head(String path, String held) throws IOException {
        var request = request("HEAD", path, "");
        return send(held.isEmpty() ? request : request.header("If-None-Match", held));
    }

    Answer post(String path, String body) throws IOException {
        return send("POST", path, body);
    }

    /** With a token as Vault takes it. */
    Answer postWithToken(String path, String body, String token) throws IOException {
        return send(request("POST", path, body).header("X-Vault-Token", token));
    }

    Answer put(String path, String body) throws IOException {
        return send("PUT", path, body);
    }

    /** Single quotes stand for double ones in {@code body}. */
    Answer send(String method, String path, String body) throws IOException {
        return send(request(method, path, body));
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("ETag").orElse(""),
                    response.body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
