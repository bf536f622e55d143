package io.anju.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.launcher.Home;
import io.anju.launcher.Ports;
import io.anju.launcher.keys.Secrets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each program is told. */
class ServiceSettingsTest {

    private final Home home = new Home(Path.of("root"), Path.of("state"));
    private final Ports ports = new Ports(100);
    private final ServiceSettings settings = new ServiceSettings(home, ports, new Secrets(home.secrets()));

    @Test
    void theGatewayShowsItsMetricsToThisMachineAtAPortThatTheStackLooksAfter() {
        var told = settings.gateway();

        assertEquals("127.0.0.1", told.get("QUARKUS_MANAGEMENT_HOST"));
        assertTrue(ports.all().values().stream()
                .map(String::valueOf)
                .anyMatch(port -> port.equals(told.get("QUARKUS_MANAGEMENT_PORT"))));
    }

    @Test
    void institutionsSignWithKeysOfTheirOwnAndTheSandboxKnowsThemAll(@TempDir Path state) {
        var secrets = new Secrets(state);
        secrets.create(List.of("repayment-service", "contract-service"), Instant.parse("2026-11-22T00:00:00Z"));
        var withSecrets = new ServiceSettings(home, ports, secrets);

        var told = new HashMap<>(withSecrets.service("repayment-service", 8084));
        told.putAll(withSecrets.service("contract-service", 8083));

        var names = List.of(
                "ANJU_RAIL_CALLBACK_SECRET_FILE",
                "ANJU_WALLET_CALLBACK_SECRET_FILE",
                "ANJU_PROPERTY_REGISTRY_CALLBACK_SECRET_FILE");
        assertEquals(names.size(), names.stream().map(told::get).distinct().count());
        names.forEach(name -> assertEquals(told.get(name), withSecrets.sandbox().get(name)));
    }
}
