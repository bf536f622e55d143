package io.anju.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTableTest {
    private final PathTable<String> table = new PathTable<>();

    @BeforeEach
    void fill() {
        table.add("/api/me", "identity");
        table.add("/api/me/contacts", "care");
        table.add("/api/applications", "usual");
        table.add("/api/applications/*/documents", "upload");
        table.add("/api/applications/mine", "mine");
    }

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
        assertThrows(IllegalArgumentException.class, () -> table.add("/api/me", "loan"));
    }
}
