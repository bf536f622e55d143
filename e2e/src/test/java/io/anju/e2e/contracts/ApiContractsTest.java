package io.anju.e2e.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each service's OpenAPI document held against the one of its last release: within a version only additions. */
class ApiContractsTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TestFactory
    List<DynamicTest> servesWhatWasReleased() {
        return EventContracts.services(EventContracts.repository()).stream()
                .map(service -> DynamicTest.dynamicTest(
                        service.getFileName().toString(),
                        () -> assertEquals(List.of(), breakingChanges(service), () -> service + " breaks callers")))
                .toList();
    }

    private static List<String> breakingChanges(Path service) throws IOException {
        return new BreakingChanges(
                        read(service.resolve("released/openapi.yaml")), read(service.resolve("openapi.yaml")))
                .list();
    }

    private static JsonNode read(Path file) throws IOException {
        return YAML.readTree(file.toFile());
    }
}
