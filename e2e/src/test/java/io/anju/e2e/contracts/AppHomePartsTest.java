package io.anju.e2e.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The parts of which the gateway composes the app's first screen, held against the documents of the services that give them. */
class AppHomePartsTest {

    private static final String PART = "anju.gateway.home.parts.";

    private final Path repository = EventContracts.repository();

    @Test
    void everyPartIsOfferedToCustomersAsJson() throws IOException {
        var settings = new Properties();
        try (var in =
                Files.newBufferedReader(repository.resolve("gateway/src/main/resources/application.properties"))) {
            settings.load(in);
        }
        var parts = settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PART) && name.endsWith(".path"))
                .map(name -> name.substring(PART.length(), name.length() - ".path".length()))
                .sorted()
                .toList();
        var missing = new TreeMap<String, String>();
        for (var part : parts) {
            var path = settings.getProperty(PART + part + ".path").split("\\?")[0];
            if (!offered(settings.getProperty(PART + part + ".service"), path)) {
                missing.put(part, path);
            }
        }

        assertFalse(parts.isEmpty());
        assertEquals(new TreeMap<>(), missing);
    }

    private boolean offered(String service, String path) throws IOException {
        var document = ApiDocuments.read(repository.resolve(service + "-service/openapi.yaml"));
        var operation = document.path("paths").path(path).path("get");
        return operation.path("responses").path("200").path("content").has("application/json")
                && callers(operation).contains("\"customer\"");
    }

    private static String callers(JsonNode operation) {
        return operation.path("security").path(0).path("accessToken").toString();
    }
}
