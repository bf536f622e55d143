package io.anju.e2e.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** HTTP to one address, as the caller with this access token, or as nobody. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String base;
    private final String token;

    private Api(String base, String token) {
        this.base = base;
        this.token = token;
    }

    public static Api at(String base) {
        return new Api(base, "");
    }

    public Api as(String accessToken) {
        return new Api(base, accessToken);
    }

    public String base() {
        return base;
    }

    public Answer get(String path) {
        return send("GET", path, new byte[0], Map.of());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, bytes(body), Map.of("Content-Type", "application/json"));
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        var all = new java.util.TreeMap<>(headers);
        all.putIfAbsent("Content-Type", "application/json");
        return send("POST", path, bytes(body), all);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, bytes(body), Map.of("Content-Type", "application/json"));
    }

    public Answer send(String method, String path, byte[] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept-Language", "en")
                .method(method, BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(method + " " + path, answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The exact bytes that go over the wire: a text as it stands, anything else as JSON. */
    static byte[] bytes(Object body) {
        try {
            return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
