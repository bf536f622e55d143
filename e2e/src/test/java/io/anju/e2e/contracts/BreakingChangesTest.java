package io.anju.e2e.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison itself can fail. */
class BreakingChangesTest {

    private static final String RELEASED = """
            openapi: 3.1.0
            info: {title: loans, version: "1"}
            components:
              schemas:
                Order:
                  type: object
                  required: [amount]
                  properties:
                    amount: {type: integer}
                    kind: {type: string, enum: [DUE, EARLY]}
                    note: {type: string}
                Payment:
                  type: object
                  properties: {id: {type: string}, order: {$ref: "#/components/schemas/Order"}}
            paths:
              /payments:
                get:
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Payment"}}}}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
                  responses:
                    "201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Payment"}}}}
                    "409": {description: PAYMENT_UNDER_WAY}
              /cards:
                get: {responses: {"200": {description: ok}}}
            """;

    private static List<String> breaches(String changed, String into) throws IOException {
        assertTrue(RELEASED.contains(changed), changed);
        return new BreakingChanges(ApiDocuments.read(RELEASED), ApiDocuments.read(RELEASED.replace(changed, into)))
                .list();
    }

    private static void breaks(String changed, String into) throws IOException {
        assertFalse(breaches(changed, into).isEmpty());
    }

    private static void holds(String changed, String into) throws IOException {
        assertEquals(List.of(), breaches(changed, into));
    }

    @Test
    void holdsWhenNothingChanges() throws IOException {
        holds("loans", "loans");
    }

    @Test
    void holdsWhenAFieldAPathAndAnAnswerAreAdded() throws IOException {
        holds("note: {type: string}", "note: {type: string}\n        memo: {type: string}");
        holds("  /cards:", "  /limits:\n    get: {responses: {\"200\": {description: ok}}}\n  /cards:");
        holds("\"409\":", "\"422\": {description: CARD_NOT_BOUND}\n        \"409\":");
    }

    @Test
    void findsAFieldRemovedFromAnAnswer() throws IOException {
        breaks("{id: {type: string}, order", "{order");
    }

    @Test
    void findsAFieldRemovedFromARequest() throws IOException {
        breaks("        note: {type: string}\n", "");
    }

    @Test
    void findsARemovedPathAndARemovedMethod() throws IOException {
        breaks("  /cards:\n    get: {responses: {\"200\": {description: ok}}}\n", "");
        breaks("get: {responses", "put: {responses");
    }

    @Test
    void findsARequestFieldThatMustBeSentNow() throws IOException {
        breaks("required: [amount]", "required: [amount, note]");
    }

    @Test
    void findsANarrowedEnum() throws IOException {
        breaks("[DUE, EARLY]", "[DUE]");
    }

    @Test
    void findsAnotherType() throws IOException {
        breaks("amount: {type: integer}", "amount: {type: string}");
    }

    @Test
    void findsAnAnswerWithAnotherStatus() throws IOException {
        breaks("\"201\":", "\"202\":");
    }

    @Test
    void findsAHeaderThatMustBeSentNow() throws IOException {
        breaks(
                "get: {responses",
                "get: {parameters: [{name: Key, in: header, required: true, schema: {type: string}}], responses");
    }
}
