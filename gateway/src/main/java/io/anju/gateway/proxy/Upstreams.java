package io.anju.gateway.proxy;

import io.anju.gateway.GatewayConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;

/** The services of the configuration. */
@ApplicationScoped
class Upstreams {
    private final Map<String, Upstream> byName;

    Upstreams(Vertx vertx, GatewayConfig config) {
        this.byName = config.services().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> new Upstream(e.getKey(), vertx, e.getValue())));
    }

    Upstream get(String name) {
        var found = byName.get(name);
        if (found == null) {
            throw new IllegalStateException("no service " + name);
        }
        return found;
    }
}
