package io.anju.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the production overlay sets is understood by the gateway, and is lower than what a laptop lets in. */
class ProductionLimitsTest {

    private static final Path OVERLAY = Path.of("../k8s/overlays/production/kustomization.yaml");
    private static final Pattern SETTING = Pattern.compile("- (ANJU_GATEWAY_[A-Z_]+)=(\\S+)");

    @Test
    void limitsAreLowerInProductionThanOnALaptop() throws IOException {
        GatewayConfig laptop = config(Map.of());
        GatewayConfig production = config(overlay());

        for (String name : new String[] {"usual", "sign-in", "open"}) {
            var there = production.classes().get(name);
            var here = laptop.classes().get(name);
            assertTrue(there.perMinute() < here.perMinute(), name);
            assertTrue(there.burst() < here.burst(), name);
            assertEquals(here.paths(), there.paths());
        }
        assertTrue(production.address().perMinute() < laptop.address().perMinute());
        assertTrue(production.address().burst() < laptop.address().burst());
    }

    /** Behind one address are many callers. */
    @Test
    void noCallerAloneUsesUpAnAddress() throws IOException {
        GatewayConfig production = config(overlay());

        production
                .classes()
                .forEach((name, limits) -> assertTrue(
                        limits.perMinute() * 5 <= production.address().perMinute(), name));
    }

    private static Map<String, String> overlay() throws IOException {
        return SETTING.matcher(Files.readString(OVERLAY))
                .results()
                .collect(Collectors.toMap(setting -> setting.group(1), setting -> setting.group(2)));
    }

    private static GatewayConfig config(Map<String, String> variables) throws IOException {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(Path.of("src/main/resources/application.properties")
                        .toUri()
                        .toURL()))
                .withSources(new EnvConfigSource(variables, 300))
                .withMapping(GatewayConfig.class)
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
