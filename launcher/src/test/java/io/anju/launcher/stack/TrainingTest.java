package io.anju.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.anju.launcher.process.Program;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that learns stands beside the stack it will belong to, which is up. */
class TrainingTest {

    private static Program trained(Map<String, String> settings) {
        var ready = URI.create("http://localhost:8080/q/health/ready");
        return Training.alone(new Program("gateway", List.of("java"), settings, Path.of("run"), ready));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT"})
    void takesNoPortOfTheStack(String port) {
        var ofTheStack = Map.of("QUARKUS_HTTP_PORT", "8080", "QUARKUS_MANAGEMENT_PORT", "8086");

        assertFalse(ofTheStack.containsValue(trained(ofTheStack).settings().get(port)));
    }

    @Test
    void isGivenNoPortThatItHasNoUseFor() {
        var settings = trained(Map.of("QUARKUS_HTTP_PORT", "8081")).settings();

        assertEquals(1, settings.size(), settings.toString());
    }
}
