package io.anju.kit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static Refusals parse(String text) throws IOException {
        var table = new Properties();
        table.load(new StringReader(text));
        return Refusals.parse(table);
    }

    @Test
    void givesAnEndpointItsCodesByStatus() throws IOException {
        var refusals = parse("""
                LOAN_NOT_ACTIVE = 409 POST /loans/{id}/payments, POST /loans/{id}/quotes
                CARD_UNKNOWN = 422 POST /loans/{id}/payments; 404 GET /cards/{id}
                NEVER_AN_ANSWER =
                """);

        assertEquals(
                Map.of(409, Set.of("LOAN_NOT_ACTIVE"), 422, Set.of("CARD_UNKNOWN")),
                refusals.of("POST /loans/{id}/payments"));
        assertEquals(
                Set.of("POST /loans/{id}/payments", "POST /loans/{id}/quotes", "GET /cards/{id}"),
                refusals.endpoints().collect(Collectors.toSet()));
    }
}
