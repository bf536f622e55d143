package io.anju.e2e.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Where the gateway sends each path, as its configuration says: the longest prefix wins. */
record GatewayRoutes(Map<String, String> serviceByPrefix, Map<String, List<String>> openByMethod) {

    private static final String SERVICES = "anju.gateway.services.";
    private static final String OPEN = "anju.gateway.open.";

    static GatewayRoutes read(Path repository) {
        var settings = new Properties();
        try (var in =
                Files.newBufferedReader(repository.resolve("gateway/src/main/resources/application.properties"))) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var services = new HashMap<String, String>();
        var open = new HashMap<String, List<String>>();
        for (var name : settings.stringPropertyNames()) {
            var values = List.of(settings.getProperty(name).split(","));
            if (name.startsWith(SERVICES) && name.endsWith(".paths")) {
                var service = name.substring(SERVICES.length(), name.length() - ".paths".length());
                values.forEach(prefix -> services.put(prefix, service + "-service"));
            } else if (name.startsWith(OPEN)) {
                open.put(name.substring(OPEN.length()), values);
            }
        }
        return new GatewayRoutes(services, open);
    }

    /** The service that gets this path; empty when it does not pass the gateway. */
    Optional<String> serviceOf(String path) {
        return longest(serviceByPrefix.keySet().stream(), path).map(serviceByPrefix::get);
    }

    /** Whether the gateway lets it through without a token. */
    boolean isOpen(String method, String path) {
        return longest(openByMethod.getOrDefault(method, List.of()).stream(), path)
                .isPresent();
    }

    private static Optional<String> longest(Stream<String> prefixes, String path) {
        return prefixes.filter(prefix -> matches(prefix, path)).max(Comparator.comparing(String::length));
    }

    private static boolean matches(String prefix, String path) {
        var asked = prefix.split("/");
        var given = path.split("/");
        if (asked.length > given.length) {
            return false;
        }
        for (int i = 0; i < asked.length; i++) {
            if (!asked[i].equals("*") && !asked[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }
}
