package io.anju.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTableTest {
    private final PathTable<String> table = new PathTable<String>()
            .with("/api/me", "identity")
            .with("/api/me/contacts", "care")
            .with("/api/applications", "usual")
            .with("/api/applications/*/documents", "upload")
            .with("/api/applications/mine", "mine");

    @ParameterizedTest
    @CsvSource({
        "/api/me, identity",
        "/api/me/, identity",
        "/api/me/sessions/7, identity",
        "/api/me/contacts, care",
        "/api/me/contacts/7/x, care",
        "/api/mean, -",
        "/api, -",
        "/, -",
        "/api/applications/7, usual",
        "/api/applications/7/documents, upload",
        "/api/applications/7/documents/8, upload",
        "/api/applications/7/timeline, usual",
        "/api/applications/mine, mine",
        "/api/applications/mine/documents, mine"
    })
    void theLongestPrefixWins(String path, String expected) {
        assertEquals(expected, table.find(path).orElse("-"));
    }

    @Test
    void aPrefixIsThereOnce() {
        assertThrows(IllegalArgumentException.class, () -> table.with("/api/me", "loan"));
    }
}
