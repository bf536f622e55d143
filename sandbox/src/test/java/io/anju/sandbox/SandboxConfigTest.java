package io.anju.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
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
        var rail = file("rail", "0123456789abcdef\n");
        var wallet = file("wallet", "fedcba9876543210\n");
        var registry = file("registry", "0011223344556677\n");

        var config = SandboxConfig.read(
                Map.of("sandbox.port", "9999", "anju.wallet.callback-secret-file", wallet),
                Map.of(
                        "SANDBOX_PORT",
                        "1",
                        "ANJU_RAIL_CALLBACK_SECRET_FILE",
                        rail,
                        "ANJU_PROPERTY_REGISTRY_CALLBACK_SECRET_FILE",
                        registry));

        assertEquals(9999, config.port());
        assertEquals("127.0.0.1", config.host());
        assertEquals(100, config.decideMillis());
        assertEquals(5_000_000, config.transactionsMost());
        assertNull(config.dataFolder());
        assertEquals("0123456789abcdef", new String(config.callbackSecret(), StandardCharsets.UTF_8));
        assertEquals("fedcba9876543210", new String(config.walletSecret(), StandardCharsets.UTF_8));
        assertEquals("0011223344556677", new String(config.registrySecret(), StandardCharsets.UTF_8));
    }

    @Test
    void aMissingOrShortSecretIsRefused() throws Exception {
        var shortOne = file("short", "short");
        var rail = file("rail", "0123456789abcdef");

        assertRefused(Map.of());
        assertRefused(Map.of("anju.rail.callback-secret-file", rail));
        assertRefused(settings(shortOne, rail, rail));
        assertRefused(settings(rail, shortOne, rail));
        assertRefused(settings(rail, rail, shortOne));
        assertRefused(Map.of("anju.rail.callback-secret-file", rail, "anju.wallet.callback-secret-file", rail));
    }

    private static Map<String, String> settings(String rail, String wallet, String registry) {
        return Map.of(
                "anju.rail.callback-secret-file",
                rail,
                "anju.wallet.callback-secret-file",
                wallet,
                "anju.property-registry.callback-secret-file",
                registry);
    }

    private static void assertRefused(Map<String, String> settings) {
        assertThrows(IllegalArgumentException.class, () -> SandboxConfig.read(settings, Map.of()));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
