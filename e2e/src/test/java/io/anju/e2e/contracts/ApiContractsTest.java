package io.anju.e2e.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each service's OpenAPI document held against the one of its last release: within a version only additions. */
class ApiContractsTest {

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
                        ApiDocuments.read(service.resolve("released/openapi.yaml")),
                        ApiDocuments.read(service.resolve("openapi.yaml")))
                .list();
    }
}
