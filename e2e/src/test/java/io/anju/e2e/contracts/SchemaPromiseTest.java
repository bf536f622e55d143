package io.anju.e2e.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison itself can fail. */
class SchemaPromiseTest {

    private static final String TOLD = """
            {"required": ["amount"], "properties": {
              "amount": {"type": "integer"},
              "note": {"type": "string"},
              "state": {"type": "string", "enum": ["A", "B"]},
              "parts": {"type": "array", "items": {"required": [], "properties": {"rate": {"type": "string"}}}}}}
            """;

    private static List<String> breaches(String read) throws IOException {
        return new SchemaPromise(json(TOLD), json(read)).breaches();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void holdsWhenLessIsReadThanTold() throws IOException {
        assertEquals(
                List.of(),
                breaches("{\"required\": [\"amount\"], \"properties\": {\"amount\": {\"type\": \"integer\"}}}"));
    }

    @Test
    void breaksWhenAFieldIsNeverTold() throws IOException {
        assertEquals(
                List.of("/fee is read but never told"),
                breaches("{\"properties\": {\"fee\": {\"type\": \"integer\"}}}"));
    }

    @Test
    void breaksWhenANeededFieldMayBeMissing() throws IOException {
        assertEquals(
                List.of("/note is needed but not always told"),
                breaches("{\"required\": [\"note\"], \"properties\": {\"note\": {\"type\": \"string\"}}}"));
    }

    @Test
    void breaksWhenTheTypeDiffers() throws IOException {
        assertEquals(
                1,
                breaches("{\"properties\": {\"amount\": {\"type\": \"string\"}}}")
                        .size());
    }

    @Test
    void breaksWhenAValueIsNotUnderstood() throws IOException {
        assertEquals(
                List.of("/state may be B, which is not understood"),
                breaches("{\"properties\": {\"state\": {\"type\": \"string\", \"enum\": [\"A\"]}}}"));
    }

    @Test
    void looksIntoLists() throws IOException {
        assertEquals(
                1,
                breaches(
                                "{\"properties\": {\"parts\": {\"type\": \"array\", \"items\": {\"properties\": {\"rate\": {\"type\": \"integer\"}}}}}}")
                        .size());
    }
}
