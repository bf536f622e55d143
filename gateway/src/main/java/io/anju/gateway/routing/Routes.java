package io.anju.gateway.routing;

import io.anju.gateway.GatewayConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tables of the configuration, put together. */
@ApplicationScoped
public class Routes {
    private final PathTable<String> services = new PathTable<>();
    private final PathTable<Route.Door> doors = new PathTable<>();
    private final PathTable<Route.Limits> limits = new PathTable<>();
    private final Map<String, PathTable<Boolean>> open = new HashMap<>();

    Routes(GatewayConfig config) {
        config.services().forEach((name, service) -> service.paths().forEach(path -> services.add(path, name)));
        config.doors().forEach((name, door) -> {
            var rule = new Route.Door(door.roles());
            door.paths().forEach(path -> doors.add(path, rule));
        });
        config.classes().forEach((name, set) -> {
            var rule = new Route.Limits(
                    name,
                    set.deadline(),
                    set.bodyTime(),
                    set.bodyMax().asLongValue(),
                    set.bodiesArriving(),
                    set.perMinute(),
                    set.burst());
            set.paths().forEach(path -> limits.add(path, rule));
        });
        config.open().forEach((method, paths) -> {
            var table = new PathTable<Boolean>();
            paths.forEach(path -> table.add(path, true));
            open.put(method, table);
        });
    }

    /** What holds for a request; empty where no service answers. */
    public Optional<Route> find(String method, String path) {
        return services.find(path).map(service -> new Route(service, isOpen(method, path), door(path), limits(path)));
    }

    /** Which service answers at a path? */
    public Optional<String> serviceOf(String path) {
        return services.find(path);
    }

    /** Who may come in at a path. */
    public Route.Door door(String path) {
        return doors.find(path).orElseThrow(() -> new IllegalStateException("no door for /"));
    }

    /** How large, how long, how often at a path. */
    public Route.Limits limits(String path) {
        return limits.find(path).orElseThrow(() -> new IllegalStateException("no class for /"));
    }

    private boolean isOpen(String method, String path) {
        var table = open.get(method.equals("HEAD") ? "GET" : method);
        return table != null && table.find(path).isPresent();
    }
}
