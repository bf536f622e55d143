package io.anju.e2e.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What came back. */
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fails with the whole answer when the status is another. */
    public Answer expect(int expected) {
        assertEquals(expected, status, () -> request + " answered " + text());
        return this;
    }

    /** The same for a problem document with this code. */
    public Answer expectProblem(int expected, String code) {
        expect(expected);
        assertEquals(code, json().path("code").asText(), () -> request + " answered " + text());
        return this;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(request + " answered no JSON: " + text(), e);
        }
    }

    /** A field of the JSON body by its path, such as {@code /id}; never missing. */
    public String at(String pointer) {
        var value = json().at(pointer);
        if (value.isMissingNode()) {
            throw new AssertionError(request + " answered without " + pointer + ": " + text());
        }
        return value.asText();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
