package io.anju.testkit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The comparison of an answer with the document can fail. */
class ApiDescriptionTest {

    private static final String DOCUMENT = """
            {"paths": {
               "/loans/{id}": {"get": {"responses": {
                 "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Loan"}}}},
                 "404": {"$ref": "#/components/responses/NOT_FOUND-404"},
                 "default": {"content": {"application/problem+json": {"examples": {"INTERNAL": {}}}}}}}},
               "/loans/recent": {"get": {"responses": {"200": {"content": {}}}}}},
             "components": {
               "responses": {"NOT_FOUND-404": {"content": {"application/problem+json": {"examples": {"NOT_FOUND": {}}}}}},
               "schemas": {
                 "Loan": {"type": "object", "properties": {
                   "id": {"type": "string"},
                   "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}}}},
                 "Part": {"type": "object", "properties": {"rate": {"type": "string"}}}}}}
            """;

    private static List<String> breaches(String path, int status, String body) throws JsonProcessingException {
        return new ApiDescription(json(DOCUMENT)).breaches("GET", path, status, json(body));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void holdsWhatTheDocumentSays() throws JsonProcessingException {
        assertEquals(List.of(), breaches("/loans/7", 200, "{\"id\":\"7\",\"parts\":[{\"rate\":\"0.0385\"}]}"));
        assertEquals(List.of(), breaches("/loans/7", 404, "{\"code\":\"NOT_FOUND\"}"));
        assertEquals(List.of(), breaches("/loans/7", 500, "{\"code\":\"INTERNAL\"}"));
    }

    @Test
    void findsAStatusACodeAndAFieldThatItDoesNotMention() throws JsonProcessingException {
        assertEquals(
                List.of("GET /loans/7 409: no such status, with LOAN_NOT_ACTIVE"),
                breaches("/loans/7", 409, "{\"code\":\"LOAN_NOT_ACTIVE\"}"));
        assertEquals(
                List.of("GET /loans/7 404: no such code: LOAN_UNKNOWN"),
                breaches("/loans/7", 404, "{\"code\":\"LOAN_UNKNOWN\"}"));
        assertEquals(
                List.of("GET /loans/7 200: no such field: /parts[]/spread"),
                breaches("/loans/7", 200, "{\"parts\":[{\"spread\":\"0\"}]}"));
    }

    @Test
    void findsAHeaderThatItDoesNotMentionAndOneThatItPromises() throws JsonProcessingException {
        var api = new ApiDescription(json("""
                {"paths": {
                   "/loans/{id}": {"get": {"responses": {"200": {"headers": {"ETag": {"required": true}}}}}},
                   "/loans": {"post": {"responses": {"201": {"headers": {"Location": {}}}}}}}}
                """));

        assertEquals(List.of(), api.headerBreaches("GET", "/loans/7", 200, Map.of("ETag", "\"1\"")::get));
        assertEquals(List.of(), api.headerBreaches("POST", "/loans", 201, Map.<String, String>of()::get));
        assertEquals(
                List.of("GET /loans/7 200: not as said of the header ETag"),
                api.headerBreaches("GET", "/loans/7", 200, Map.<String, String>of()::get));
        assertEquals(
                List.of("POST /loans 201: not as said of the header ETag"),
                api.headerBreaches("POST", "/loans", 201, Map.of("ETag", "\"1\"", "Location", "/loans/7")::get));
    }

    @Test
    void takesThePathThatNamesMore() throws JsonProcessingException {
        assertEquals(
                List.of("GET /loans/recent 404: no such status, with NOT_FOUND"),
                breaches("/loans/recent", 404, "{\"code\":\"NOT_FOUND\"}"));
    }

    @Test
    void findsARequestWithoutExampleAndAnExampleThatIsNoLongerRight() throws JsonProcessingException {
        var document = """
                {"paths": {"/loans": {"post": {"requestBody": {"content": {"application/json": {
                   "schema": {"$ref": "#/components/schemas/Order"}}}}}}},
                 "components": {"schemas": {
                   "Order": {"type": "object", "properties": {"amount": {"type": "integer"}}},
                   "Loan": {"type": "object", "required": ["id"], "examples": [{"name": "old"}]}}}}
                """;

        assertEquals(
                List.of(
                        "Order is asked for and has no example",
                        "the example of Loan: $: required property 'id' not found"),
                OpenApiDocument.breaches(json(document)));
    }
}
