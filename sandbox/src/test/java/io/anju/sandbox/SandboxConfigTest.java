package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxConfigTest {
    @TempDir
    private Path folder;

    @Test
    void propertiesGoBeforeTheEnvironmentAndTheRestHasDefaults() throws Exception {
        var file = Files.writeString(folder.resolve("secret"), "0123456789abcdef\n")
                .toString();

        var config = SandboxConfig.read(
                Map.of("sandbox.port", "9999"), Map.of("SANDBOX_PORT", "1", "ANJU_RAIL_CALLBACK_SECRET_FILE", file));

        assertEquals(9999, config.port());
        assertEquals("127.0.0.1", config.host());
        assertEquals(100, config.decideMillis());
        assertEquals(5_000_000, config.transactionsMost());
        assertNull(config.dataFolder());
        assertEquals("0123456789abcdef", new String(config.callbackSecret(), StandardCharsets.UTF_8));
    }

    @Test
    void aMissingOrShortSecretIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("secret"), "short").toString();

        assertThrows(IllegalArgumentException.class, () -> SandboxConfig.read(Map.of(), Map.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> SandboxConfig.read(Map.of("anju.rail.callback-secret-file", file), Map.of()));
    }
}
