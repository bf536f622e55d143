package io.anju.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.launcher.Home;
import io.anju.launcher.Ports;
import io.anju.launcher.keys.Secrets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
